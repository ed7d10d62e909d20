internal import ProtobufRuntime

/// A mail address: kept as it was typed, and the same however its letters are cased.
public struct MailAddress: Hashable, Sendable {
  /// In bytes. (RFC 5321, section 4.5.3.1.3, less the brackets.)
  static let limit = 254

  /// As it was typed, without the spaces around it.
  public let text: String

  /// Creates an address from text that was checked when it came in: what a record holds.
  init(_ text: String) {
    self.text = text
  }

  /// What two addresses have in common that are the same.
  public var folded: String { text.lowercased() }

  /// The same without the tag after a "+": what two addresses have in common that a list takes for each other, since
  /// mail to either reaches one person.
  var untagged: String {
    let folded = folded
    guard let at = folded.lastIndex(of: "@"), let plus = folded[..<at].firstIndex(of: "+"),
      plus != folded.startIndex
    else { return folded }
    return String(folded[..<plus] + folded[at...])
  }

  public static func == (one: MailAddress, other: MailAddress) -> Bool {
    one.folded == other.folded
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(folded)
  }
}

extension Violations {
  /// A mail address, of which only its shape is judged: whether mail reaches anybody is not ours to say.
  mutating func checkAddress(_ typed: String, field: String = "email") -> MailAddress {
    let address = MailAddress(typed.trimmed)
    if let (reason, message) = address.problem { add(field, reason, message) }
    return address
  }
}

extension MailAddress {
  fileprivate var problem: (reason: String, message: String)? {
    if text.isEmpty { return ("REQUIRED", "must be a mail address, as jane@example.com") }
    let length = text.utf8.count
    if length > Self.limit {
      return ("TOO_LONG", "must be at most \(Self.limit) bytes, not \(length)")
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !text.unicodeScalars.contains(where: \.breaksAddresses)
    else {
      return (
        "MALFORMED_ADDRESS",
        "must be a mail address, as jane@example.com, not \"\(text.asRefused)\""
      )
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Spaces, control characters, and what is invisible and could make two addresses look the same.
  fileprivate var breaksAddresses: Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default: properties.isWhitespace
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let isSpace = \Unicode.Scalar.properties.isWhitespace
    let scalars = unicodeScalars.drop { $0[keyPath: isSpace] }
    guard let last = scalars.lastIndex(where: { !$0[keyPath: isSpace] }) else { return "" }
    return String(scalars[...last])
  }
}
