internal import StewardProtos

extension IssuedKey {
  /// Prints the key with its secret, and says who else will see it.
  func print(as format: OutputFormat?, _ change: ChangeOptions, to console: Console) throws {
    let format = format ?? .table
    try Report(of: self, id: key?.id ?? "").print(as: format, to: console)
    console.note(
      format == .id
        ? "The secret was not printed, and is not kept. Use --output json to have it."
        : change.noteOnSecret("secret"))
  }
}
