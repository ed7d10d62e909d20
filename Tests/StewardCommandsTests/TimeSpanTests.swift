import Testing

@testable import StewardCommands

@Suite("Time spans on the command line")
struct TimeSpanTests {
  @Test(
    "A time span is a number and a unit",
    arguments: [
      ("500ms", Duration.milliseconds(500)), ("10s", .seconds(10)), ("2m", .seconds(120)),
      ("1h", .seconds(3600)), ("1.5s", .milliseconds(1500)), ("0.25m", .seconds(15)),
      ("30d", .seconds(30 * 86_400)), ("3650d", .seconds(3650 * 86_400)),
    ])
  func valid(text: String, duration: Duration) {
    #expect(TimeSpan(text)?.duration == duration)
  }

  @Test(
    "A time span in any other form is refused",
    arguments: [
      "", "10", "s", "0s", "-1s", "+1s", "1 s", "1w", "3651d", "1e3s", ".5s", "1.s", "1.2.3s", "١s",
      "10S",
      "99999999999999h", "infs",
    ])
  func invalid(text: String) {
    #expect(TimeSpan(text) == nil)
  }
}
