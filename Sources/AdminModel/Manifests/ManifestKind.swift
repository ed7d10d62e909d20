internal import StewardProtos

/// The kinds of things that a manifest may wish for, as it calls them.
enum ManifestKind: String {
  case organization
  case workspace
  case member
  case invite
  case key
  case workspaceMember = "workspace_member"
}

extension ManifestObject {
  /// Its kind; nil for one that a newer client sends.
  var kind: ManifestKind? {
    switch object {
    case .organization: .organization
    case .workspace: .workspace
    case .member: .member
    case .invite: .invite
    case .key: .key
    case .workspaceMember: .workspaceMember
    case nil: nil
    }
  }
}
