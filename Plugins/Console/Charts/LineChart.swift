import HTML

/// A chart of numbers by minute, with a line for each series, of at most four. Where a number is
/// missing, the line has a gap.
struct LineChart: Sendable {
  struct Value: Sendable {
    let number: Double
    /// The number as the table shows it, with its unit.
    let text: String
  }

  struct Series: Sendable {
    let name: Phrase
    /// The value of each time, in order; nil if there is none.
    let values: [Value?]
  }

  let title: Phrase
  /// What a time stands for.
  let step: Phrase
  let times: [String]
  /// The first line is solid, and the others are broken, each in its own way.
  let series: [Series]

  func drawing(in visit: Visit) -> Markup {
    let frame = ChartFrame(
      title: title, columns: [step] + series.map(\.name), rows: rows,
      peak: series.flatMap(\.values).compactMap { $0?.number }.max() ?? 0)
    return Markup {
      if series.count > 1 { p(.class("hint")) { visit.text(.lines(series.map(\.name))) } }
      frame.drawing(in: visit) {
        for (index, one) in series.enumerated() {
          for run in runs(of: one.values, frame) { line(run, Self.dashes[index]) }
        }
      }
    }
  }

  private var rows: [[String]] {
    times.indices.map { place in
      [times[place]] + series.map { $0.values.dropFirst(place).first??.text ?? "" }
    }
  }

  /// The parts and gaps of each line, as ``Phrase/lines(_:)`` names them.
  private static let dashes: [[Double]] = [[], [1, 5], [8, 5], [8, 5, 1, 5]]

  private func line(_ points: [SVG.Point], _ dashes: [Double]) -> Markup {
    SVG.polyline(
      .points(points), .fill(.none), .stroke(.currentColor), .strokeWidth(2),
      .strokeLinecap("round"), .strokeLinejoin("round"),
      .strokeDasharray(dashes).only(if: !dashes.isEmpty)
    ) {}
  }

  /// Returns the points of each part of a line without a gap. A number between two gaps has two
  /// points at one place, so that it shows as a dot.
  func runs(of values: [Value?], _ frame: ChartFrame) -> [[SVG.Point]] {
    let pitch = (ChartFrame.right - ChartFrame.left) / Double(max(1, values.count - 1))
    var runs: [[SVG.Point]] = [[]]
    for (index, value) in values.enumerated() {
      if let value {
        runs[runs.count - 1].append(
          SVG.Point(x: ChartFrame.left + Double(index) * pitch, y: frame.y(value.number)))
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }.map { $0.count == 1 ? $0 + $0 : $0 }
  }
}
