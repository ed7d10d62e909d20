extension String {
  /// The text as it was meant when it was pasted: without the spaces around it, and without the
  /// characters of no width that documents and chats add.
  var pasted: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !Self.ofNoWidth.contains($0) })).trimmed
  }

  private static let ofNoWidth: Set<Unicode.Scalar> = [
    "\u{00AD}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]
}
