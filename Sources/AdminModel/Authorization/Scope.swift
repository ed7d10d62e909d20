/// The place where something is done, and where a role must be held to allow it.
public enum Scope: Hashable, Sendable {
  case installation
  case organization(String)
  case workspace(String, organization: String)

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
