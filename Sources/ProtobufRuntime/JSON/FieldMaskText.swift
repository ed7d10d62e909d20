/// The two spellings of a field mask's paths.
enum FieldMaskText {
  /// Returns `user.display_name` as `user.displayName`.
  static func camelCase(_ path: String) throws(ProtobufError) -> String {
    var result = ""
    var afterUnderscore = false
    for character in path {
      guard !character.isUppercase, !afterUnderscore || character.isLowercase else {
        throw irreversible(path)
      }
      if character != "_" { result += afterUnderscore ? character.uppercased() : String(character) }
      afterUnderscore = character == "_"
    }
    guard !afterUnderscore else { throw irreversible(path) }
    return result
  }

  /// Returns `user.displayName` as `user.display_name`.
  static func snakeCase(_ path: Substring) throws(ProtobufError) -> String {
    guard !path.contains("_") else {
      throw ProtobufError(.invalidValue, "“\(path)” must be written in lowerCamelCase")
    }
    return path.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }

  private static func irreversible(_ path: String) -> ProtobufError {
    ProtobufError(.invalidValue, "“\(path)” has no lowerCamelCase spelling that leads back to it")
  }
}
