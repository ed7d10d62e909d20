/// Rows of text as files have them that spreadsheets open. (RFC 4180)
enum CSV {
  /// Returns a row with its line end.
  static func row(_ cells: [String]) -> [UInt8] {
    Array(cells.map(quoted).joined(separator: ",").utf8) + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// Returns a cell as the file has it. A spreadsheet would run a cell that begins like a formula,
  /// so such a cell gets an apostrophe before it. (OWASP, "CSV Injection")
  static func quoted(_ cell: String) -> String {
    let isFormula = cell.unicodeScalars.first.map { formulaStarts.contains($0) } ?? false
    let text = isFormula ? "'\(cell)" : cell
    guard text.utf8.contains(where: needsQuotes) else { return text }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  /// What a formula begins with. Excel takes the full-width forms and leading white space for the
  /// same.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(byte)
  }
}
