/// A mail address. It is kept as it was typed, and compared without regard to the case and
/// composition of its letters.
///
/// Two addresses are one identity if their ``folded`` forms are equal. The mailbox is compared as
/// RFC 8265 compares user names (UsernameCaseMapped: width mapped, lower case, NFC). The domain is
/// compared as RFC 5891 does (the same, label by label, each as ASCII). No two addresses are equal
/// because one character looks like another: `Unicode.Scalar.isIdentifier` refuses those that do
/// by definition.
public struct MailAddress: Hashable, Sendable {
  /// The address as typed, without the spaces around it, in NFC.
  public let text: String

  /// The form that equal addresses share.
  public let folded: String

  /// Creates an address from text that was checked when it came in, such as the text in a record.
  init(_ text: String) {
    self.text = text
    let parts = MailAddressParts(text)
    folded =
      parts.domain.map { "\(parts.mailbox.caseMapped)@\($0.asciiDomain)" }
      ?? text.caseMapped
  }

  /// The folded form without the tag after a "+". Lists treat two addresses with the same untagged
  /// form as the same, since mail to either reaches one person.
  var untagged: String {
    let parts = MailAddressParts(folded)
    let mailbox = parts.mailbox.unicodeScalars
    guard let domain = parts.domain, let plus = mailbox.firstIndex(of: "+"),
      plus != mailbox.startIndex
    else { return folded }
    return "\(String(mailbox[..<plus]))@\(domain)"
  }

  public static func == (one: MailAddress, other: MailAddress) -> Bool {
    one.folded == other.folded
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(folded)
  }
}

/// The parts before and after the last "@". The text is split by scalars, since Swift treats an "@"
/// with a mark after it as a character of its own.
struct MailAddressParts: Hashable {
  let mailbox: String
  /// Nil if there is no "@".
  let domain: String?

  init(_ text: String) {
    let scalars = text.unicodeScalars
    let at = scalars.lastIndex(of: "@")
    mailbox = String(scalars[..<(at ?? scalars.endIndex)])
    domain = at.map { String(scalars[scalars.index(after: $0)...]) }
  }
}
