internal import Store

/// The nouns of the admin domain.
enum AdminKind: String, CaseIterable {
  case organization
  case workspace
  case user
  case invite
  case key = "api_key"
  case session
  case adminKey = "admin_key"

  /// The noun with its article.
  var phrase: String {
    switch self {
    case .organization: "an organization"
    case .workspace: "a workspace"
    case .user: "a user"
    case .invite: "an invite"
    case .key: "an API key"
    case .session: "a session"
    case .adminKey: "an admin key"
    }
  }

  /// The prefix of ids of this kind; nil where ids are UUIDs.
  var prefix: String? {
    switch self {
    case .organization: nil
    case .workspace: "wrkspc_"
    case .user: "user_"
    case .invite: "invite_"
    case .key: "apikey_"
    case .session: "session_"
    case .adminKey: "adminkey_"
    }
  }

  /// A description of what an id of this kind looks like.
  var idShape: String {
    prefix.map { "\"\($0)\" and 24 letters or digits" } ?? "a UUID"
  }

  /// Returns the kind of record that `id` names by its shape, if any.
  ///
  /// Callers confuse ids more often than they mistype them, so a refusal can say which kind was
  /// given.
  static func recognizing(_ id: String) -> AdminKind? {
    allCases.first { $0.matches(id) }
  }

  func matches(_ id: String) -> Bool {
    guard let prefix else { return UUIDText.isValid(id) }
    // A registered key keeps the id that it has elsewhere, which need not be base58.
    return self == .key
      ? UpstreamID.isValid(id, prefix: prefix) : PrefixedID.isValid(id, prefix: prefix)
  }
}

extension WriteTransaction {
  /// Returns a new id of a kind. It sorts after all ids that were made before it.
  mutating func newID(of kind: AdminKind) throws -> String {
    guard let prefix = kind.prefix else { return try newUUID() }
    return try newIdentifier(prefix: prefix)
  }
}
