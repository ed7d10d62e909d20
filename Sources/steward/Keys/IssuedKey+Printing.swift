internal import StewardProtos

extension IssuedKey {
  /// Prints the key with its secret, and says that nobody will see it again.
  func print(as format: OutputFormat?, to console: Console) throws {
    let format = format ?? .table
    try Report(of: self, id: key?.id ?? "").print(as: format, to: console)
    console.note(
      format == .id
        ? "The secret was not printed, and is not kept. Use --output json to have it."
        : "Keep the secret now: it is not stored, and won't be shown again.")
  }
}
