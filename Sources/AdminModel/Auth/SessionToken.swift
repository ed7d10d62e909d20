internal import Platform

/// A token that stands for a session. Its text contains everything about it, and only this
/// installation can make that text.
///
///     stw-at-  session id (24 characters)  expiry (16 hex digits)  keyed hash (64 hex digits)
///     stw-rt-  session id (24 characters)  number (16 hex digits)  keyed hash (64 hex digits)
struct SessionToken: Hashable {
  enum Kind: String, CaseIterable {
    /// Identifies the caller of a call, for a quarter of an hour.
    case access = "stw-at-"
    /// Is exchanged for the next refresh token and a new access token.
    case refresh = "stw-rt-"
  }

  let kind: Kind
  /// The session's id.
  let session: String
  /// For an access token, the second at which it expires; for a refresh token, its number within
  /// the session.
  let number: UInt64

  private static let idLength = 24
  private static let numberLength = 16
  private static let hashLength = 64

  init(_ kind: Kind, session: String, number: UInt64) {
    self.kind = kind
    self.session = session
    self.number = number
  }

  /// Returns the token as its holder keeps it.
  func text(_ keys: AuthKeys) -> String {
    content + Hexadecimal.text(keys.tokenHash(of: content))
  }

  private var content: String {
    let id = session.dropFirst(AdminKind.session.prefix?.count ?? 0)
    return kind.rawValue + id + Hexadecimal.text(number, width: Self.numberLength)
  }
}

extension SessionToken {
  /// Returns whether a text begins as a token does.
  static func isOne(_ text: String) -> Bool {
    Kind.allCases.contains { text.hasPrefix($0.rawValue) }
  }

  /// Parses a token of a kind. Returns nil if the text is cut off, changed, or not made by this
  /// installation.
  init?(_ text: String, as kind: Kind, _ keys: AuthKeys) {
    let length = kind.rawValue.utf8.count + Self.idLength + Self.numberLength
    guard text.hasPrefix(kind.rawValue), text.utf8.count == length + Self.hashLength,
      let hash = Hexadecimal.bytes(text.utf8.suffix(Self.hashLength)),
      let content = String(text.utf8.prefix(length)),
      keys.isTokenHash(hash, of: content),
      let number = UInt64(content.suffix(Self.numberLength), radix: 16)
    else { return nil }
    let id = content.dropFirst(kind.rawValue.count).prefix(Self.idLength)
    self.init(kind, session: (AdminKind.session.prefix ?? "") + id, number: number)
  }
}
