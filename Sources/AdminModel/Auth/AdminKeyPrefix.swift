internal import ProtobufRuntime

/// What the admin keys of an installation begin with: so that clients which know keys by their prefix take them.
enum AdminKeyPrefix {
  static let usual = "sk-stw-admin01-"
  private static let lengths = 4...32
  /// What other secrets of this installation begin with.
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
        "must be \(lengths.lowerBound) to \(lengths.upperBound) letters, digits and hyphens with a "
          + "hyphen at its end, as \(usual), not \"\(prefix.asRefused)\""
      )
    }
    if let other = taken.first(where: prefix.hasPrefix) {
      return ("RESERVED_PREFIX", "must not begin with \"\(other)\", as tokens do")
    }
    return nil
  }
}
