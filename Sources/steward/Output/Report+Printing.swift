internal import ProtobufRuntime
internal import YAML

extension Report {
  /// Prints the report in a format, and its note if the format is a table.
  func print(as format: OutputFormat, to console: Console) throws {
    try console.print(try text(as: format, style: console.outputStyle))
    if format == .table, let note { console.note(note) }
  }

  /// Prints a report that contains a secret, and notes whether the secret can be shown again.
  ///
  /// - Parameter secret: The word for the secret in the note.
  func print(
    secret: String, as format: OutputFormat?, _ change: ChangeOptions, to console: Console
  ) throws {
    let format = format ?? .table
    try print(as: format, to: console)
    console.note(
      format == .id
        ? "The \(secret) was not printed, and is not stored. Use --output json to see it."
        : change.noteOnSecret(secret))
  }

  /// Returns the text for standard output.
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
