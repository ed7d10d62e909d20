/// A mail address: kept as it was typed, and the same however its letters are cased and composed.
///
/// Two addresses are one identity if their ``folded`` forms are equal. The mailbox is compared as
/// RFC 8265 compares user names (UsernameCaseMapped: width mapped, lower case, NFC), the domain as
/// RFC 5891 does (the same, label by label, each as ASCII). No two addresses become equal because a
/// character looks like another: ``Unicode/Scalar/isIdentifier`` refuses those that do by definition.
public struct MailAddress: Hashable, Sendable {
  /// As it was typed, without the spaces around it, in NFC.
  public let text: String

  /// What two addresses have in common that are the same.
  public let folded: String

  /// Creates an address from text that was checked when it came in: what a record holds.
  init(_ text: String) {
    self.text = text
    let parts = MailAddressParts(text)
    folded =
      parts.domain.map { "\(parts.mailbox.caseMapped)@\($0.asciiDomain)" }
      ?? text.caseMapped
  }

  /// The same without the tag after a "+": what two addresses have in common that a list takes for
  /// each other, since mail to either reaches one person.
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

/// What is before and behind the last "@". Scalar by scalar: with a mark after it, an "@" is a
/// character of its own to Swift.
struct MailAddressParts: Hashable {
  let mailbox: String
  /// Nil without an "@".
  let domain: String?

  init(_ text: String) {
    let scalars = text.unicodeScalars
    let at = scalars.lastIndex(of: "@")
    mailbox = String(scalars[..<(at ?? scalars.endIndex)])
    domain = at.map { String(scalars[scalars.index(after: $0)...]) }
  }
}
