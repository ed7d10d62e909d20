internal import Platform

/// The text form of a UUID: 32 lowercase hex digits in groups of 8, 4, 4, 4 and 12 (RFC 9562,
/// section 4).
enum UUIDText {
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.indices.allSatisfy { index in
      switch index {
      case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
      default: isHexDigit(bytes[index])
      }
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// The text form of the prefixed ids: a prefix and 24 letters of ``Base58``.
enum PrefixedID {
  static func isValid(_ text: String, prefix: String) -> Bool {
    guard text.hasPrefix(prefix) else { return false }
    let rest = text.utf8.dropFirst(prefix.utf8.count)
    return rest.count == 24 && rest.allSatisfy(Base58.isLetter)
  }
}

/// The text form of ids that other installations made: a prefix and 24 ASCII letters or digits.
enum UpstreamID {
  static func isValid(_ text: String, prefix: String) -> Bool {
    guard text.hasPrefix(prefix) else { return false }
    let rest = text.utf8.dropFirst(prefix.utf8.count)
    return rest.count == 24
      && rest.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }
}
