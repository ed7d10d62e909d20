/// The two spellings of a field mask's paths. Only ASCII letters have two cases here, as in every
/// other implementation. All other characters stay the same.
enum FieldMaskText {
  /// Returns `user.display_name` as `user.displayName`.
  static func camelCase(_ path: String) throws(ProtobufError) -> String {
    var result = String.UnicodeScalarView()
    var afterUnderscore = false
    for scalar in path.unicodeScalars {
      guard !isUppercase(scalar), !afterUnderscore || isLowercase(scalar) else {
        throw irreversible(path)
      }
      if scalar != "_" { result.append(afterUnderscore ? switchingCase(scalar) : scalar) }
      afterUnderscore = scalar == "_"
    }
    guard !afterUnderscore else { throw irreversible(path) }
    return String(result)
  }

  /// Returns `user.displayName` as `user.display_name`.
  static func snakeCase(_ path: Substring) throws(ProtobufError) -> String {
    var result = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      guard scalar != "_" else {
        throw ProtobufError(.invalidValue, "\"\(path)\" must be in lowerCamelCase")
      }
      if isUppercase(scalar) { result.append("_") }
      result.append(isUppercase(scalar) ? switchingCase(scalar) : scalar)
    }
    return String(result)
  }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
  private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

  /// Returns the other case of an ASCII letter. The two cases differ in one bit.
  private static func switchingCase(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value ^ 0x20))
  }

  private static func irreversible(_ path: String) -> ProtobufError {
    ProtobufError(.invalidValue, "\"\(path)\" has no reversible lowerCamelCase form")
  }
}
