internal import ProtobufRuntime

/// Text in aligned columns.
///
/// A list fits the terminal: a cell that is too long ends in "…". The first column is never cut,
/// because an id without its end is useless. Nothing is cut if the output is not a terminal.
struct TextTable: Sendable {
  struct Cell: Sendable {
    var text: String
    var ink: Style.Ink?

    init(_ text: String, _ ink: Style.Ink? = nil) {
      self.text = text.singleLine
      self.ink = ink
    }
  }

  /// The titles of the columns. Empty for a table without a heading, such as a card of one item,
  /// which is never cut.
  var heading: [String] = []
  var rows: [[Cell]]

  /// Returns the table as lines, each with its line end.
  func text(style: Style) -> String {
    let titles = heading.isEmpty ? [] : [heading.map { Cell($0, .bold) }]
    let lines = titles + rows
    var widths = columnWidths(of: lines)
    if let columns = style.columns, !heading.isEmpty { fit(&widths, to: columns) }
    return lines.map { line(of: $0, widths: widths, style: style) + "\n" }.joined()
  }

  private func columnWidths(of lines: [[Cell]]) -> [Int] {
    let columns = lines.map(\.count).max() ?? 0
    return (0..<columns).map { column in
      lines.map { column < $0.count ? $0[column].text.displayWidth : 0 }.max() ?? 0
    }
  }

  /// Makes the widest column narrower, then the next widest, until the lines fit. The first column
  /// keeps its width.
  private func fit(_ widths: inout [Int], to columns: Int) {
    var excess = widths.reduce(Self.gap.count * (widths.count - 1), +) - columns
    while excess > 0 {
      guard let widest = widths.indices.dropFirst().max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { return }
      // Goes down to the width of the next widest column at once, so that a very long name takes
      // only a few rounds.
      let next = widths.indices.dropFirst().filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let cut = min(excess, widths[widest] - max(Self.narrowest, min(next, widths[widest] - 1)))
      widths[widest] -= cut
      excess -= cut
    }
  }

  private static let gap = "  "
  /// The minimum width of a cut column. A narrower one shows nothing useful.
  private static let narrowest = 8

  private func line(of cells: [Cell], widths: [Int], style: Style) -> String {
    let last = cells.lastIndex { !$0.text.isEmpty } ?? -1
    return cells.prefix(last + 1).enumerated().map { column, cell in
      let text = cell.text.fitted(to: widths[column])
      let painted = style.paint(text, cell.ink)
      guard column < last else { return painted }
      return painted + String(repeating: " ", count: widths[column] - text.displayWidth)
    }.joined(separator: Self.gap)
  }
}

extension TextTable {
  /// Returns one item as lines of name and value. Nested fields have dotted names. Leaves out empty
  /// values, and the type, which the user knows.
  static func card(of value: JSONValue) -> TextTable {
    let lines = lines(of: value, under: "").filter { !$0.text.isEmpty && $0.name != "type" }
    return TextTable(rows: lines.map { [Cell($0.name, .dim), Cell($0.text)] })
  }

  private static func lines(of value: JSONValue, under path: String) -> [(
    name: String, text: String
  )] {
    switch value {
    case .object(let members):
      members.flatMap { lines(of: $0.1, under: path.isEmpty ? $0.0 : "\(path).\($0.0)") }
    case .array(let elements) where elements.contains(where: \.hasParts):
      elements.enumerated().flatMap { lines(of: $0.element, under: "\(path)[\($0.offset)]") }
    case .array(let elements): [(path, elements.map(\.scalarText).joined(separator: ", "))]
    default: [(path, value.scalarText)]
    }
  }
}

extension JSONValue {
  fileprivate var hasParts: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
