/// The passwords and words that are tried first, compared as ``GuessableText`` reads them: in any
/// case, and with digits and signs for the letters that they look like.
enum CommonPasswords {
  /// The lengths of the words, in characters.
  static let lengths = 4...30

  private static let skeletons = Set(
    list.split(whereSeparator: \.isWhitespace).map { GuessableText(String($0)).skeleton[...] })

  static func contains(_ skeleton: ArraySlice<Unicode.Scalar>) -> Bool {
    skeletons.contains(skeleton)
  }
}
