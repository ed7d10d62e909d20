import Testing

@testable import ConsolePlugin

@Suite("Times in the calendar")
struct CivilTimeTests {
  @Test(
    "Seconds since 1970 are the time that the calendar has, also before 1970 and on leap days",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:00Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_709_164_800, "2024-02-29T00:00:00Z"),
      (1_795_660_440, "2026-11-26T02:34:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
  func machine(seconds: Int, text: String) {
    #expect(CivilTime(secondsSince1970: Int64(seconds)).machine == text)
  }

  @Test("A table shows a time in the form of the language, with its zone")
  func short() {
    let time = CivilTime(secondsSince1970: 1_795_660_440)
    #expect(time.short(in: .english) == "2026-11-26 02:34 UTC")
    #expect(time.short(in: .japanese) == "2026/11/26 02:34 UTC")
  }

  @Test("A day is written for people with its day of the week")
  func day() {
    let time = CivilTime(secondsSince1970: 1_795_660_440)
    #expect(time.day(in: .english) == "Thursday 26 November 2026")
    #expect(time.day(in: .japanese) == "2026年11月26日（木）")
  }

  @Test("The day before 1 January 1970 was a Wednesday")
  func weekday() {
    #expect(CivilTime(secondsSince1970: -1).weekday == 3)
  }
}
