internal import AdminProtos

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

  /// What people call it, from what it says of itself alone.
  var label: String {
    switch object {
    case .organization(let object): object.name.isEmpty ? object.id : object.name
    case .workspace(let object):
      Self.path(object.organization, object.name.isEmpty ? object.id : object.name)
    case .member(let object): Self.path(object.organization, object.email)
    case .invite(let object): Self.path(object.organization, object.email)
    case .key(let object):
      // What is given as its id may be the key itself.
      Self.path(
        object.organization, object.workspace,
        object.name.isEmpty && AdminKind.key.matches(object.id) ? object.id : object.name)
    case .workspaceMember(let object):
      Self.path(object.organization, object.workspace, object.email)
    case nil: ""
    }
  }

  private static func path(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "/")
  }
}
