/// The nouns of the admin domain.
enum AdminKind: String, CaseIterable {
  case organization
  case workspace

  static let workspacePrefix = "wrkspc_"

  /// The noun with its article.
  var phrase: String {
    switch self {
    case .organization: "an organization"
    case .workspace: "a workspace"
    }
  }

  /// What an id of this kind looks like.
  var idShape: String {
    switch self {
    case .organization: "a UUID"
    case .workspace: "\"\(Self.workspacePrefix)\" and 24 letters or digits"
    }
  }

  /// The kind of record that `id` names by its shape, if any.
  ///
  /// Callers mix ids up more often than they mistype them, so a refusal can say which kind was given.
  static func recognizing(_ id: String) -> AdminKind? {
    allCases.first { $0.matches(id) }
  }

  func matches(_ id: String) -> Bool {
    switch self {
    case .organization: UUIDText.isValid(id)
    case .workspace: Base58Text.isID(id, prefix: Self.workspacePrefix)
    }
  }
}
