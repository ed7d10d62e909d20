import Testing

@testable import PluginHost

@Suite("The series of minutes and hours")
struct StatsSeriesTests {
  private static let origin = ContinuousClock.now
  private static let steps = StatsSteps(from: origin)
  private var series = StatsSeries(of: 0, in: steps)

  private mutating func add(_ number: Int, at seconds: Double) {
    series.record(at: Self.origin + .seconds(seconds)) { $0 += number }
  }

  private func points(_ length: StatsSteps.Length, at seconds: Double) -> [Int] {
    series.points(by: length, at: Self.origin + .seconds(seconds))
  }

  @Test(
    "A step begins at its first moment and ends before the first moment of the next one",
    arguments: [
      (0, 0), (59.999, 0), (60, 1), (3599.999, 59), (3600, 60), (-0.001, -1), (-60, -1),
      (-60.001, -2),
    ] as [(Double, Int)])
  func minutes(seconds: Double, minute: Int) {
    let time = Self.origin + .seconds(seconds)
    #expect(Self.steps.number(of: time, by: .minute) == minute)
    #expect(Self.steps.number(of: time, by: .hour) == (minute < 0 ? -1 : minute / 60))
    let start = Self.steps.start(of: minute, by: .minute)
    #expect(start <= time && time < start + .seconds(60))
  }

  @Test("There are 60 minutes and 24 hours, whatever happened before")
  mutating func lengths() {
    for hour in 0..<50 { add(1, at: Double(hour) * 3600) }
    #expect(points(.minute, at: 49 * 3600) == Array(repeating: 0, count: 59) + [1])
    #expect(points(.hour, at: 49 * 3600) == Array(repeating: 1, count: 24))
  }

  @Test("A new minute begins a new point, and the hour goes on")
  mutating func minuteBoundary() {
    add(1, at: 3540)
    add(2, at: 3599.9)
    #expect(points(.minute, at: 3599.9).suffix(2) == [0, 3])
    add(4, at: 3600)
    #expect(points(.minute, at: 3600).suffix(3) == [0, 3, 4])
    #expect(points(.hour, at: 3600).suffix(3) == [0, 3, 4])
    add(8, at: 3660)
    #expect(points(.minute, at: 3660).suffix(3) == [3, 4, 8])
    #expect(points(.hour, at: 3660).suffix(3) == [0, 3, 12])
  }

  @Test(
    "The numbers of an hour are gone from the minutes an hour later, and a day later altogether")
  mutating func ends() {
    add(1, at: 0)
    #expect(points(.minute, at: 59 * 60).first == 1)
    #expect(points(.minute, at: 60 * 60).allSatisfy { $0 == 0 })
    #expect(points(.hour, at: 23 * 3600).first == 1)
    #expect(points(.hour, at: 24 * 3600).allSatisfy { $0 == 0 })
  }

  @Test("A clock that goes back adds to the newest minute and hour")
  mutating func setBack() {
    add(1, at: 7200)
    add(2, at: 10)
    #expect(points(.minute, at: 7200).last == 3)
    #expect(points(.hour, at: 7200).last == 3)
  }
}
