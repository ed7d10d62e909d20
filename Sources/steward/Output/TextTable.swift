internal import ProtobufRuntime

/// Text in aligned columns, nothing ever cut: an id that lost its end is worth nothing.
struct TextTable: Sendable {
  struct Cell: Sendable {
    var text: String
    var ink: Style.Ink?

    init(_ text: String, _ ink: Style.Ink? = nil) {
      self.text = text.singleLine
      self.ink = ink
    }
  }

  /// The titles of the columns; empty for a table without a heading.
  var heading: [String] = []
  var rows: [[Cell]]

  /// Returns the table as lines, each of them ended.
  func text(style: Style) -> String {
    let titles = heading.isEmpty ? [] : [heading.map { Cell($0, .bold) }]
    let lines = titles + rows
    let widths = columnWidths(of: lines)
    return lines.map { line(of: $0, widths: widths, style: style) + "\n" }.joined()
  }

  private func columnWidths(of lines: [[Cell]]) -> [Int] {
    let columns = lines.map(\.count).max() ?? 0
    return (0..<columns).map { column in
      lines.map { column < $0.count ? $0[column].text.displayWidth : 0 }.max() ?? 0
    }
  }

  private func line(of cells: [Cell], widths: [Int], style: Style) -> String {
    let last = cells.lastIndex { !$0.text.isEmpty } ?? -1
    return cells.prefix(last + 1).enumerated().map { column, cell in
      let painted = style.paint(cell.text, cell.ink)
      guard column < last else { return painted }
      return painted + String(repeating: " ", count: widths[column] - cell.text.displayWidth)
    }.joined(separator: "  ")
  }
}
