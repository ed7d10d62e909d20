internal import Platform
internal import ProtobufRuntime

extension Violations {
  /// Checks the form of a mail address. Whether mail to it arrives can't be checked here.
  mutating func checkAddress(_ typed: String, field: String = "email") -> MailAddress {
    let typed = typed.trimmed.widthMapped
    let address = MailAddress(typed.composed)
    // The text is checked as typed, since composition turns some characters into others that they
    // must not be taken for.
    if let problem = typed.characterProblem ?? address.problem {
      add(field, problem.reason, problem.message)
    }
    return address
  }
}

private typealias Problem = (reason: String, message: String)

extension MailAddress {
  /// In bytes. (RFC 5321, section 4.5.3.1.3, without the brackets.)
  static let limit = 254

  fileprivate var problem: Problem? {
    let length = text.utf8.count
    if length > Self.limit {
      return ("TOO_LONG", "must be at most \(Self.limit) bytes, not \(length)")
    }
    let parts = MailAddressParts(text)
    guard let domain = parts.domain, !parts.mailbox.isEmpty, !domain.isEmpty,
      parts.mailbox.unicodeScalars.allSatisfy(\.mayBeInMailbox), !parts.mailbox.beginsWithMark
    else { return malformed }
    guard domain.isDomain else {
      return (
        "MALFORMED_ADDRESS",
        "must end in a domain such as example.com: letters, digits and hyphens, with a dot between "
          + "its parts, not \"\(domain.asRefused)\""
      )
    }
    let pieces = [parts.mailbox] + domain.labels
    guard pieces.allSatisfy(\.hasOneDirection) else {
      return (
        "MIXED_DIRECTIONS",
        "must not mix right-to-left and left-to-right letters in one part"
      )
    }
    return nil
  }

  private var malformed: Problem {
    (
      "MALFORMED_ADDRESS",
      "must be a mail address such as jane@example.com, not \"\(text.asRefused)\""
    )
  }
}

extension String {
  fileprivate var characterProblem: Problem? {
    if isEmpty { return ("REQUIRED", "must be a mail address such as jane@example.com") }
    let found =
      unicodeScalars.first { !$0.isASCII && !$0.isIdentifier }
      ?? composed.unicodeScalars.first(where: \.isOldHangul)
    guard let found else { return nil }
    return (
      "FORBIDDEN_CHARACTER",
      "must not contain \(found.codePointName), which looks like another character or is "
        + "invisible; type the plain letter"
    )
  }

  fileprivate var beginsWithMark: Bool {
    unicodeScalars.first?.isMark ?? false
  }

  /// Whether the text consists of labels of letters, digits and hyphens, none of which begins or
  /// ends with a hyphen.
  fileprivate var isDomain: Bool {
    let labels = labels
    return asciiDomain.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.asciiLabel.utf8.count) && !label.beginsWithMark
          && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.unicodeScalars.allSatisfy(\.mayBeInDomain)
      }
  }

  /// Whether all letters are written in the same direction. A text that is written from right to
  /// left must also begin with a letter. (After the bidi rule of RFC 5893, but stricter.)
  fileprivate var hasOneDirection: Bool {
    let letters = unicodeScalars.filter(\.isLetter)
    return letters.allSatisfy(\.isWrittenFromTheRight)
      ? letters.first == unicodeScalars.first || letters.isEmpty
      : !letters.contains(where: \.isWrittenFromTheRight)
  }

  fileprivate var trimmed: String {
    let isSpace = \Unicode.Scalar.properties.isWhitespace
    let scalars = unicodeScalars.drop { $0[keyPath: isSpace] }
    guard let last = scalars.lastIndex(where: { !$0[keyPath: isSpace] }) else { return "" }
    return String(scalars[...last])
  }
}

extension Unicode.Scalar {
  /// Whether an address may have the character before the "@" without quotes (RFC 5321, section
  /// 4.1.2, and RFC 6531).
  fileprivate var mayBeInMailbox: Bool {
    guard isASCII else { return true }
    return isPartOfWord || ".!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(self)
  }

  fileprivate var mayBeInDomain: Bool { !isASCII || isPartOfWord || self == "-" }
}
