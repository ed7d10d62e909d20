import HTML

/// A chart of numbers by day or another step of time: one bar each, all from zero. If all are zero,
/// a sentence says so.
struct BarChart: Sendable {
  struct Bar: Sendable {
    /// The day, or whatever the bar stands for.
    let name: String
    let value: UInt64
  }

  let title: Phrase
  /// What a bar stands for.
  let step: Phrase
  /// What is counted.
  let unit: Phrase
  let bars: [Bar]

  func drawing(in visit: Visit) -> Markup {
    guard bars.contains(where: { $0.value > 0 }) else { return p { visit.text(.noneInThisTime) } }
    let frame = ChartFrame(
      title: title, columns: [step, unit], rows: bars.map { [$0.name, String($0.value)] },
      peak: Double(bars.map(\.value).max() ?? 0))
    let pitch = (ChartFrame.right - ChartFrame.left) / Double(max(1, bars.count))
    return frame.drawing(in: visit) {
      for (index, bar) in bars.enumerated() where bar.value > 0 {
        let top = frame.y(Double(bar.value))
        SVG.rect(
          .fill(.currentColor), .x(ChartFrame.left + (Double(index) + 0.15) * pitch), .y(top),
          .width(pitch * 0.7), .height(ChartFrame.bottom - top)
        ) {
          SVG.title { "\(bar.name): \(bar.value)" }
        }
      }
    }
  }
}
