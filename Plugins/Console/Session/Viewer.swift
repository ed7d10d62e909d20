import AdminProtos

/// The person who looks at a page, and what they may do. A page draws what the server would allow,
/// and nothing else; the server checks every call all the same.
struct Viewer: Sendable {
  let identity: Identity
  let language: Language
  let settings: Settings

  private let installation: Set<String>
  private let byOrganization: [String: IdentityOrganization]

  init(_ identity: Identity, language: Language, settings: Settings) {
    self.identity = identity
    self.language = language
    self.settings = settings
    installation = Set(identity.permissions)
    byOrganization = Dictionary(
      identity.organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the person may do this in the whole installation.
  func may(_ permission: String) -> Bool {
    installation.contains("*") || installation.contains(permission)
  }

  /// Whether the person may do this in an organization.
  func may(_ permission: String, in organization: String) -> Bool {
    may(permission) || (byOrganization[organization]?.permissions.contains(permission) ?? false)
  }

  /// Whether the person may do this in a workspace.
  func may(_ permission: String, in organization: String, _ workspace: String) -> Bool {
    may(permission, in: organization)
      || byOrganization[organization]?.workspaces.contains {
        $0.id == workspace && $0.permissions.contains(permission)
      } ?? false
  }

  /// Whether the person may do this with what belongs to them in an organization.
  func mayWithOwn(_ permission: String, in organization: String) -> Bool {
    byOrganization[organization]?.ownPermissions.contains(permission) ?? false
  }

  /// The person's membership of an organization; nil without one.
  func membership(in organization: String) -> IdentityOrganization? { byOrganization[organization] }

  /// The role by which the person acts in an organization, as the console names it.
  func role(in organization: String) -> Phrase {
    if identity.superAdmin { return .superAdmin }
    return byOrganization[organization].map { .role($0.role) } ?? .noRole
  }

  /// Whether there can be another organization to turn to.
  var hasChoiceOfOrganizations: Bool { may("orgs.read") || byOrganization.count > 1 }

  /// The name by which pages show the person.
  var name: String { identity.name.isEmpty ? identity.email : identity.name }

  /// The colors that the person chose: those of the account, else of the browser's settings.
  var theme: Theme { Theme(rawValue: identity.profile?.theme ?? "") ?? settings.theme }

  /// Whether the person may read the log of changes, of the installation or of an organization.
  var mayReadLog: Bool {
    may("audit.read") || byOrganization.values.contains { $0.permissions.contains("audit.read") }
  }

  func text(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
