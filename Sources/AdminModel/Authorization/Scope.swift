/// The place where something is done, and where a role must be held to allow it.
public enum Scope: Hashable, Sendable {
  case installation
  case organization(String)
  case workspace(String, organization: String)

  /// Creates the place that ids name; an empty one names none.
  init(organization: String, workspace: String) {
    self =
      switch (organization, workspace) {
      case ("", _): .installation
      case (_, ""): .organization(organization)
      default: .workspace(workspace, organization: organization)
      }
  }

  /// What it is called.
  var noun: String {
    switch self {
    case .installation: "installation"
    case .organization: "organization"
    case .workspace: "workspace"
    }
  }

  /// The workspace that it is.
  var workspace: String? {
    guard case .workspace(let id, _) = self else { return nil }
    return id
  }

  /// The organization that it lies in.
  var organization: String? {
    switch self {
    case .installation: nil
    case .organization(let id), .workspace(_, let id): id
    }
  }

  /// Whether a role that is held here holds at `other` too: what lies within, and the place itself.
  func contains(_ other: Scope) -> Bool {
    switch (self, other) {
    case (.installation, _): true
    case (.organization(let id), _): id == other.organization
    case (.workspace, _): self == other
    }
  }
}
