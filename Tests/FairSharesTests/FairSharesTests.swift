import FairShares
import Testing

@Suite("Fair shares")
struct FairSharesTests {
  private typealias Shares = FairShares<String, String>

  /// Enters the holders "a1", "a2" and so on. The letter is their peer.
  private func enter(
    _ count: Int, of peer: String, _ use: PlaceUse = .brief, in shares: inout Shares
  ) -> [Shares.Entry] {
    (1...count).map { shares.enter("\(peer)\($0)", of: peer, use: use) }
  }

  @Test("One peer may use all places while no other peer wants one")
  func alone() {
    var shares = Shares(capacity: 3, queue: 1)
    #expect(enter(5, of: "a", in: &shares) == [.now, .now, .now, .later, .refused])
  }

  @Test("A free place goes to the peer that holds the fewest, and among equals by turns")
  func turns() {
    var shares = Shares(capacity: 1, queue: 10)
    _ = enter(4, of: "a", in: &shares)
    _ = enter(2, of: "b", in: &shares)
    _ = enter(1, of: "c", in: &shares)
    var order = ["a1"]
    while let next = shares.leave(order[order.count - 1]) { order.append(next) }
    // Each peer has one turn before any has a second one. "a" was there first.
    #expect(order == ["a1", "a2", "b1", "c1", "a3", "b2", "a4"])
  }

  @Test("A peer that returns again and again does not overtake a peer that waits")
  func comingAgain() {
    var shares = Shares(capacity: 1, queue: 10)
    #expect(shares.enter("a1", of: "a") == .now)
    #expect(shares.enter("b1", of: "b") == .later)
    #expect(shares.enter("a2", of: "a") == .later)
    var held = "a1"
    for round in 3...6 {
      guard let next = shares.leave(held), next != "b1" else { return }
      held = next
      _ = shares.enter("a\(round)", of: "a")
    }
    Issue.record("The peer b never had its turn.")
  }

  @Test("In a full queue, the newest holder of the peer with the most gives way to another peer")
  func queueGivesWay() {
    var shares = Shares(capacity: 1, queue: 4)
    _ = enter(5, of: "a", in: &shares)
    #expect(shares.enter("b1", of: "b") == .laterInstead(of: "a5"))
    #expect(shares.enter("b2", of: "b") == .laterInstead(of: "a4"))
    // Now both have two, so neither may take a place from the other.
    #expect(shares.enter("b3", of: "b") == .refused)
    #expect(shares.enter("a6", of: "a") == .refused)
    #expect(shares.leave("a5") == nil)
  }

  @Test("No peer holds more than its share, even when places are free")
  func share() {
    var shares = Shares(capacity: 4, queue: 4, share: 2)
    #expect(enter(3, of: "a", in: &shares) == [.now, .now, .later])
    #expect(shares.enter("b1", of: "b") == .now)
    #expect(shares.leave("b1") == nil)
    #expect(shares.leave("a1") == "a3")
  }

  @Test("The oldest idle holder of the peer that holds the most gives way first")
  func idleGivesWay() {
    var shares = Shares(capacity: 5, queue: 0)
    _ = enter(3, of: "a", .idle, in: &shares)
    _ = enter(2, of: "b", .idle, in: &shares)
    #expect(shares.mark("a1", as: .lasting) == nil)
    #expect(shares.mark("a1", as: .idle) == nil)
    #expect(shares.enter("c1", of: "c", use: .idle) == .nowInstead(of: "a2"))
    // Among equals, the peer itself gives way.
    #expect(shares.enter("b3", of: "b", use: .idle) == .nowInstead(of: "b1"))
  }

  @Test("A peer that holds fewer places never gives way to a peer that holds more")
  func fewIsSafe() {
    var shares = Shares(capacity: 4, queue: 0)
    _ = shares.enter("honest", of: "h", use: .idle)
    _ = enter(3, of: "a", .lasting, in: &shares)
    #expect(shares.enter("a4", of: "a", use: .lasting) == .refused)
  }

  @Test("A lasting holder gives way when no holder is idle, until all peers hold the same number")
  func lastingGivesWay() {
    var shares = Shares(capacity: 4, queue: 0)
    _ = enter(4, of: "a", .lasting, in: &shares)
    #expect(shares.enter("b1", of: "b", use: .lasting) == .nowInstead(of: "a1"))
    #expect(shares.enter("b2", of: "b", use: .lasting) == .nowInstead(of: "a2"))
    #expect(shares.enter("b3", of: "b", use: .lasting) == .refused)
  }

  @Test("A brief holder is never displaced")
  func briefStays() {
    var shares = Shares(capacity: 2, queue: 0)
    _ = enter(2, of: "a", in: &shares)
    #expect(shares.enter("b1", of: "b") == .refused)
  }

  @Test("A holder that becomes idle gives way to a holder that waits")
  func idleAtLast() {
    var shares = Shares(capacity: 1, queue: 1)
    #expect(shares.enter("a1", of: "a", use: .lasting) == .now)
    #expect(shares.enter("b1", of: "b", use: .idle) == .later)
    let change = shares.mark("a1", as: .idle)
    #expect(change?.displaced == "a1")
    #expect(change?.admitted == "b1")
    #expect(shares.mark("b1", as: .idle) == nil)
  }

  @Test("A holder that leaves the queue blocks no place, and the queue can be emptied")
  func leaving() {
    var shares = Shares(capacity: 1, queue: 3)
    _ = enter(4, of: "a", in: &shares)
    #expect(shares.leave("a2") == nil)
    #expect(shares.leaveQueue().sorted() == ["a3", "a4"])
    #expect(shares.leave("a1") == nil)
    #expect(shares.enter("b1", of: "b") == .now)
  }

  @Test("Whatever one peer does, another peer gets a place after at most two have become free")
  func bounded() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var shares = Shares(capacity: 2, queue: 8)
      var held: [String] = []
      for number in 0..<Int.random(in: 0...40, using: &random) {
        if shares.enter("a\(number)", of: "a") == .now { held.append("a\(number)") }
        if Bool.random(using: &random), !held.isEmpty {
          if let next = shares.leave(held.removeFirst()) { held.append(next) }
        }
      }
      guard shares.enter("b", of: "b") != .now else { continue }
      let next = (0..<2).compactMap { _ in shares.leave(held.removeFirst()) }
      #expect(next.contains("b"))
    }
  }
}
