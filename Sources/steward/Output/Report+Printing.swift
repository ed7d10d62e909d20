internal import ProtobufRuntime
internal import YAML

extension Report {
  /// Prints the report in the format, and its note to the people who read a table.
  func print(as format: OutputFormat, to console: Console) throws {
    try console.print(try text(as: format, style: console.outputStyle))
    if format == .table, let note { console.note(note) }
  }

  /// Prints a report that has a secret in it, and says who else will see that.
  ///
  /// - Parameter secret: What people call it.
  func print(
    secret: String, as format: OutputFormat?, _ change: ChangeOptions, to console: Console
  ) throws {
    let format = format ?? .table
    try print(as: format, to: console)
    console.note(
      format == .id
        ? "The \(secret) was not printed, and is not kept. Use --output json to have it."
        : change.noteOnSecret(secret))
  }

  /// Returns what is printed to standard output.
  func text(as format: OutputFormat, style: Style) throws -> String {
    switch format {
    case .table: readable(style)
    case .json: response.prettyDescription + "\n"
    case .jsonl: items.map { $0.description + "\n" }.joined()
    case .yaml: YAMLText.document(response)
    case .id: ids.map { $0.singleLine + "\n" }.joined()
    }
  }
}
