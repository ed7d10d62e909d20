import GoogleProtos
import Testing
import WellKnownTypes

@Suite("Durations and times as protobuf messages")
struct DurationTests {
  @Test(
    "A duration is the same after it was a message",
    arguments: [
      Duration.zero, .seconds(1.5), .seconds(-1.5), .nanoseconds(-1), .seconds(315_576_000_000),
    ])
  func wholeTrip(duration: Duration) {
    #expect(Duration(GoogleDuration(duration)) == duration)
  }

  @Test("The seconds and the nanoseconds of a message have the same sign")
  func sign() {
    let half = GoogleDuration(.milliseconds(-1500))
    #expect(half == GoogleDuration(seconds: -1, nanos: -500_000_000))
  }

  @Test("A time from now is later, or earlier if the delay is negative", arguments: [1.5, -1.5])
  func fromNow(seconds: Double) {
    let now = GoogleTimestamp.now
    let time = GoogleTimestamp.fromNow(.seconds(seconds))
    let nanos = (time.seconds - now.seconds) * 1_000_000_000 + Int64(time.nanos - now.nanos)
    // The clock may have moved on a little between the two.
    #expect((0..<1_000_000_000).contains(nanos - Int64(seconds * 1e9)))
    #expect((0..<1_000_000_000).contains(time.nanos))
  }
}
