import FairShares
import Testing

@Suite("The rate limit of clients")
struct RateLimitTests {
  private let start = ContinuousClock.now

  @Test("A client may make a minute's requests at once, and the next after its share of the minute")
  func burst() {
    var limit = RateLimit<Int>(60, per: .seconds(60))
    for _ in 1...60 { #expect(limit.admit(1, at: start) == nil) }
    #expect(limit.admit(1, at: start) == .seconds(1))
    #expect(limit.admit(1, at: start + .milliseconds(400)) == .milliseconds(600))
    #expect(limit.admit(1, at: start + .seconds(1)) == nil)
    #expect(limit.admit(1, at: start + .seconds(1)) == .seconds(1))
  }

  @Test("Over a long time, no client gets more requests than the rate allows")
  func rate() {
    var limit = RateLimit<Int>(60, per: .seconds(60))
    let admitted = (0..<6000).count { limit.admit(1, at: start + .milliseconds($0 * 100)) == nil }
    #expect((600...660).contains(admitted))
  }

  @Test("Each client has a limit of its own")
  func clients() {
    var limit = RateLimit<Int>(1, per: .seconds(60))
    #expect(limit.admit(1, at: start) == nil)
    #expect(limit.admit(2, at: start) == nil)
    #expect(limit.admit(1, at: start) != nil)
  }

  @Test("Invented clients don't make the limit forget a client in debt, while there is room")
  func memory() {
    var limit = RateLimit<Int>(1, per: .seconds(60), most: 2)
    #expect(limit.admit(1, at: start) == nil)
    #expect(limit.admit(2, at: start + .seconds(50)) == nil)
    #expect(limit.admit(3, at: start + .seconds(61)) == nil)
    #expect(limit.admit(2, at: start + .seconds(62)) != nil)
  }

  @Test("Invented clients free no client that makes too many requests, even when there is no room")
  func noRoom() {
    var limit = RateLimit<Int>(10, per: .seconds(60), most: 4)
    for _ in 1...10 { #expect(limit.admit(0, at: start) == nil) }
    for client in 1...100 { #expect(limit.admit(client, at: start) == nil) }
    #expect(limit.admit(0, at: start) != nil)
  }
}
