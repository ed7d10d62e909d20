/// Who chooses a password: what is known of them is tried first, and so refused.
public struct PasswordOwner: Hashable, Sendable {
  /// What this product is called.
  private static let product = "Steward"
  /// In characters. Shorter ones occur in words by chance.
  private static let shortest = 4

  /// What no password may contain, as its owner knows it.
  private let refused: [String]
  /// What is guessed as soon as a name, as skeletons: the rest, and the short.
  let names: Set<[Unicode.Scalar]>

  init(name: String, email: String, organizations: [String] = []) {
    let (mailbox, domain) = email.splitAtSign
    let words = name.words
    let texts = [name, email, mailbox] + words + organizations + [Self.product]
    refused = texts.filter { GuessableText($0).joined.count >= Self.shortest }
    names = Set(
      (texts + mailbox.words + domain.words.dropLast() + organizations.flatMap(\.words))
        .map { GuessableText($0).joined }.filter { $0.count > 1 })
  }

  /// Returns a name that a password contains, however it is written.
  func name(in password: GuessableText) -> String? {
    let joined = password.joined
    return refused.first { joined.contains(GuessableText($0).joined) }
  }
}

extension String {
  fileprivate var words: [String] {
    unicodeScalars.split { !$0.isPartOfWord }.map { String($0) }
  }

  fileprivate var splitAtSign: (before: String, after: String) {
    let parts = unicodeScalars.split(separator: "@", maxSplits: 1).map { String($0) }
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }
}
