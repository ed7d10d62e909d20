import Foundation

/// The matrix file: one line for each method, with its permission and a cell for each caller role.
struct Matrix: Sendable {
  struct Row: Hashable, Sendable {
    let permission: String
    /// The cells, by the name of the caller role.
    let cells: [String: String]
  }

  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("authorization-matrix.md")

  let callerRoles: [String]
  /// The rows, by the name of the method.
  let rows: [String: Row]
  /// The methods that have more than one line.
  let repeated: [String]

  init() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") }
      .map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    let callerRoles = Array((lines.first ?? []).dropFirst(2))
    var rows: [String: Row] = [:]
    var repeated: [String] = []
    for line in lines.dropFirst() {
      let cells = Dictionary(zip(callerRoles, line.dropFirst(2))) { first, _ in first }
      let row = Row(permission: line.count > 1 ? line[1] : "", cells: cells)
      if rows.updateValue(row, forKey: line[0]) != nil { repeated.append(line[0]) }
    }
    self.callerRoles = callerRoles
    self.rows = rows
    self.repeated = repeated
  }
}
