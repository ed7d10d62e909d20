/// The user who chooses a password. Attackers first try what is known about the user, so it is
/// refused.
public struct PasswordOwner: Hashable, Sendable {
  /// The name of this product.
  private static let product = "Steward"
  /// In characters. Shorter names occur in words by chance.
  private static let shortest = 4

  /// The texts that no password may contain, as its owner writes them.
  private let refused: [String]
  /// The skeletons of texts that are guessed as early as a name. Besides the refused texts these
  /// are short ones, and the single words of the address and of the organizations.
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

  /// Returns a name that a password contains, in whatever form it is written.
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
