internal import AdminProtos

/// The kinds of resources that a manifest may desire, as the manifest names them.
enum ManifestKind: String {
  case organization
  case workspace
  case member
  case invite
  case key
  case workspaceMember = "workspace_member"
}

extension ManifestObject {
  /// The object's kind; nil for a kind that only a newer client knows.
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

  /// The name of the object for people, from its own fields alone.
  var label: String {
    switch object {
    case .organization(let object): object.name.isEmpty ? object.id : object.name
    case .workspace(let object):
      Self.path(object.organization, object.name.isEmpty ? object.id : object.name)
    case .member(let object): Self.path(object.organization, object.email)
    case .invite(let object): Self.path(object.organization, object.email)
    case .key(let object):
      // The text given as its id may be the key itself by mistake.
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
