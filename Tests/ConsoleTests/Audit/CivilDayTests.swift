import Testing

@testable import ConsolePlugin

@Suite("Days")
struct CivilDayTests {
  @Test(
    "A day begins at the second at which the calendar shows it",
    arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "2026-11-26", "2100-03-01", "9999-12-31"])
  func start(text: String) throws {
    let day = try #require(CivilDay(text))
    #expect(day.description == text)
    #expect(CivilTime(secondsSince1970: day.start).machine == "\(text)T00:00:00Z")
    #expect(CivilTime(secondsSince1970: day.end - 1).machine == "\(text)T23:59:00Z")
  }

  @Test(
    "A text that is no day in the calendar is none",
    arguments: [
      "", "2026-11", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-30",
      "2026-4-3", "1969-12-31", "2026-11-26-",
    ])
  func none(text: String) { #expect(CivilDay(text) == nil) }
}
