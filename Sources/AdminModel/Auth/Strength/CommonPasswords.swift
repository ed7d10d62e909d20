/// The passwords and words that attackers try first. They are compared as ``GuessableText`` reads
/// them: in any case, and with digits and signs in place of the letters that they look like.
enum CommonPasswords {
  /// The lengths of the words, in characters.
  static let lengths = 4...30

  private static let skeletons = Set(
    list.split(whereSeparator: \.isWhitespace).map { GuessableText(String($0)).skeleton[...] })

  static func contains(_ skeleton: ArraySlice<Unicode.Scalar>) -> Bool {
    skeletons.contains(skeleton)
  }
}
