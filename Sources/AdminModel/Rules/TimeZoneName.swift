/// The rules for the names of time zones, such as "Asia/Tokyo": the form of the names in the IANA
/// database. Whether the database has the name is left to the reader, since its copy may be newer.
enum TimeZoneName {
  private static let maximumParts = 3
  private static let maximumPartLength = 14

  static func isWellFormed(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= maximumParts else { return false }
    return parts.allSatisfy { part in
      guard (1...maximumPartLength).contains(part.count), let first = part.first else {
        return false
      }
      return isLetter(first) && part.allSatisfy(isNameByte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "_-+".utf8.contains(byte)
  }
}
