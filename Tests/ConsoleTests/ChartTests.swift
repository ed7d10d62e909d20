import HTML
import Testing

@testable import ConsolePlugin

@Suite("Charts")
struct ChartTests {
  private func frame(_ peak: Double) -> ChartFrame {
    ChartFrame(title: .usageChart, columns: [], rows: [], peak: peak)
  }

  @Test(
    "A chart begins at zero and has at most five lines at round values, the last not below the peak",
    arguments: [
      (0, [0, 1]), (0.4, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (90, [0, 50, 100]),
      (40_000, [0, 10_000, 20_000, 30_000, 40_000]),
    ] as [(Double, [Double])])
  func lines(peak: Double, lines: [Double]) {
    #expect(frame(peak).lines == lines)
    #expect(frame(peak).y(0) == ChartFrame.bottom)
    #expect(frame(peak).y(lines.last ?? 0) == ChartFrame.top)
  }

  @Test("A line ends at a gap, and a number between gaps is a dot")
  func gaps() {
    let values = [nil, 1, 2, nil, nil, 3, nil].map { (number: Double?) in
      number.map { LineChart.Value(number: $0, text: "") }
    }
    let chart = LineChart(title: .usageChart, step: .minuteColumn, times: [], series: [])
    let runs = chart.runs(of: values, frame(3))
    #expect(runs.map(\.count) == [2, 2])
    #expect(runs[0][0].x < runs[0][1].x && runs[0][0].y > runs[0][1].y)
    #expect(runs[1][0] == runs[1][1])
    #expect(chart.runs(of: [nil, nil], frame(0)).isEmpty)
  }
}
