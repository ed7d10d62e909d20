import HTML

/// What every chart has: its measures, the lines for the values with their labels, the labels of
/// both ends of the time, and the table with the same numbers.
struct ChartFrame: Sendable {
  static let width = 640.0
  static let height = 160.0
  /// The part of the drawing that shows values.
  static let (left, right, top, bottom) = (48.0, 632.0, 12.0, 136.0)

  /// What the chart shows.
  let title: Phrase
  /// What a row of the table is, such as a day, and what its numbers are.
  let columns: [Phrase]
  /// The rows of the table, which are the points of the chart in order.
  let rows: [[String]]
  /// The largest value.
  let peak: Double

  /// The values at which a line is drawn: zero, and round numbers up to the one that no value
  /// exceeds.
  var lines: [Double] {
    let step = Self.step(for: peak)
    return (0...max(1, Int((peak / step).rounded(.up)))).map { Double($0) * step }
  }

  /// Returns the height of a value in the drawing.
  func y(_ value: Double) -> Double {
    Self.bottom - value / (lines.last ?? 1) * (Self.bottom - Self.top)
  }

  /// Draws the chart around its shapes.
  func drawing(in visit: Visit, @MarkupBuilder shapes: () -> Markup) -> Markup {
    div(.class("plot")) {
      svg(
        .viewBox(0, 0, Self.width, Self.height), .role("img"), .ariaLabel(visit.text(title))
      ) {
        for value in lines { line(at: value) }
        shapes()
        ends
      }
      details {
        summary { visit.text(.asTable) }
        table(in: visit)
      }
    }
  }

  private func line(at value: Double) -> Markup {
    let height = y(value)
    return Markup {
      SVG.line(
        .class("axis"), .x1(Self.left), .x2(Self.right), .y1(height), .y2(height))
      SVG.text(.x(Self.left - 6), .y(height + 4), .textAnchor("end")) { Self.label(value) }
    }
  }

  private var ends: Markup {
    Markup {
      if let first = rows.first?.first, let last = rows.last?.first {
        SVG.text(.x(Self.left), .y(Self.height - 6)) { first }
        SVG.text(.x(Self.right), .y(Self.height - 6), .textAnchor("end")) { last }
      }
    }
  }

  private func table(in visit: Visit) -> Markup {
    HTML.table {
      caption(.class("unseen")) { visit.text(title) }
      thead { tr { for column in columns { th(.scope("col")) { visit.text(column) } } } }
      tbody {
        for row in rows {
          tr {
            th(.scope("row")) { row[0] }
            for cell in row.dropFirst() { td(.class("number")) { cell } }
          }
        }
      }
    }
  }

  /// Returns the distance of the lines: 1, 2 or 5 with zeros, so that there are at most five.
  private static func step(for peak: Double) -> Double {
    var unit = 1.0
    while true {
      for factor in [1.0, 2, 5] where peak <= 4 * factor * unit { return factor * unit }
      unit *= 10
    }
  }

  private static func label(_ value: Double) -> String {
    let whole = Int(value)
    switch whole {
    case 1_000_000...: return "\(whole / 1_000_000)M"
    case 10_000...: return "\(whole / 1000)k"
    default: return String(whole)
    }
  }
}
