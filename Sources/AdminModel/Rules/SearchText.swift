internal import StewardProtos

/// A text in which parts are looked for, whatever their case, and the parts by which an index knows
/// it: every three bytes of UTF-8 that follow each other, so that a sign of Chinese is one too.
struct SearchText: Hashable {
  /// How many bytes a text must have to be looked for.
  static let lengths = 3...100
  private static let partLength = 3

  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.lowercased().utf8)
  }

  /// What people know a user by.
  init(of user: UserRecord) {
    self.init("\(user.name)\n\(user.email)")
  }

  var length: Int { bytes.count }

  /// Each once.
  var parts: Set<[UInt8]> {
    guard bytes.count >= Self.partLength else { return [] }
    return Set((0...bytes.count - Self.partLength).map { Array(bytes[$0..<$0 + Self.partLength]) })
  }

  /// The part by which an index is asked for texts that may contain this one.
  var firstPart: [UInt8] { Array(bytes.prefix(Self.partLength)) }

  func contains(_ other: SearchText) -> Bool {
    bytes.contains(other.bytes)
  }
}
