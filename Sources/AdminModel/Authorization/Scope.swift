/// The place of an operation, and the place where a role must be held to allow it.
public enum Scope: Hashable, Sendable {
  case installation
  case organization(String)
  case workspace(String, organization: String)

  /// Creates the place that the ids name. An empty id names none.
  init(organization: String, workspace: String) {
    self =
      switch (organization, workspace) {
      case ("", _): .installation
      case (_, ""): .organization(organization)
      default: .workspace(workspace, organization: organization)
      }
  }

  /// The noun for this kind of place.
  var noun: String {
    switch self {
    case .installation: "installation"
    case .organization: "organization"
    case .workspace: "workspace"
    }
  }

  /// The id of the workspace, if the place is one.
  var workspace: String? {
    guard case .workspace(let id, _) = self else { return nil }
    return id
  }

  /// The id of the organization that contains the place or is it; nil for the installation.
  var organization: String? {
    switch self {
    case .installation: nil
    case .organization(let id), .workspace(_, let id): id
    }
  }

  /// Returns whether a role that is held here also holds at `other`: at the place itself, and at
  /// every place inside it.
  func contains(_ other: Scope) -> Bool {
    switch (self, other) {
    case (.installation, _): true
    case (.organization(let id), _): id == other.organization
    case (.workspace, _): self == other
    }
  }
}
