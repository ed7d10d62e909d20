internal import ProtobufRuntime

/// The rules for the prefix of an installation's admin keys. It can be chosen so that clients that
/// recognize keys by their prefix accept them.
enum AdminKeyPrefix {
  static let usual = "sk-stw-admin01-"
  private static let lengths = 4...32
  /// The prefixes of other secrets of this installation.
  private static let taken = ["stw-"]

  static func check(_ prefix: String, into violations: inout Violations) {
    guard let (reason, message) = problem(of: prefix) else { return }
    violations.add("admin_key_prefix", reason, message)
  }

  private static func problem(of prefix: String) -> (reason: String, message: String)? {
    let isPlain = prefix.utf8.allSatisfy { byte in
      let character = Character(UnicodeScalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
    guard lengths.contains(prefix.utf8.count), isPlain, prefix.hasSuffix("-"),
      !prefix.hasPrefix("-")
    else {
      return (
        "MALFORMED_PREFIX",
        "must be \(lengths.lowerBound) to \(lengths.upperBound) letters, digits and hyphens, with "
          + "a hyphen at the end, such as \(usual), not \"\(prefix.asRefused)\""
      )
    }
    if let other = taken.first(where: prefix.hasPrefix) {
      return ("RESERVED_PREFIX", "must not begin with \"\(other)\", because tokens do")
    }
    return nil
  }
}
