import StoreProtos

/// The types of activities, and the actions of events that they stand for.
///
/// What has no type of the vendor's has one of Steward's own: `steward_` and the action, with `_`
/// for the dot.
enum ActivityType {
  private static let ownPrefix = "steward_"
  private static let logout = "steward.auth.v1.Auth/Logout"

  /// The vendor's types by action. The end of a session has two types.
  private static let types: [String: [String]] = [
    "api_key.issued": ["platform_api_key_created"],
    "api_key.registered": ["platform_api_key_created"],
    "api_key.archived": ["platform_api_key_updated"],
    "api_key.linked": ["platform_api_key_updated"],
    "api_key.revoked": ["platform_api_key_updated"],
    "api_key.rotated": ["platform_api_key_updated"],
    "api_key.updated": ["platform_api_key_updated"],
    "workspace.created": ["platform_workspace_created"],
    "workspace.updated": ["platform_workspace_updated"],
    "workspace.archived": ["platform_workspace_archived"],
    "workspace_member.created": ["platform_workspace_member_added"],
    "workspace_member.updated": ["platform_workspace_member_updated"],
    "workspace_member.deleted": ["platform_workspace_member_removed"],
    "invite.created": ["org_user_invite_sent"],
    "invite.accepted": ["org_user_invite_accepted"],
    "invite.deleted": ["org_user_invite_deleted"],
    "admin_key.created": ["admin_api_key_created"],
    "admin_key.revoked": ["admin_api_key_deleted"],
    "admin_key.deleted": ["admin_api_key_deleted"],
    "session.ended": ["session_revoked", "user_logged_out"],
  ]

  static func type(of event: Event) -> String {
    guard let types = types[event.action] else {
      return ownPrefix + event.action.replacing(".", with: "_")
    }
    return event.method == logout ? types[types.count - 1] : types[0]
  }

  /// Returns the actions of the events that may have a type. A type that no event can have stands
  /// for itself, and so finds nothing.
  static func actions(of type: String) -> [String] {
    guard type.hasPrefix(ownPrefix) else {
      let actions = types.filter { $0.value.contains(type) }.map(\.key)
      return actions.isEmpty ? [type.replacing(".", with: "_")] : actions
    }
    // Each underscore may stand for the dot.
    let own = type.dropFirst(ownPrefix.count)
    let actions = own.indices.filter { own[$0] == "_" }.map { place in
      own[..<place] + "." + own[own.index(after: place)...]
    }
    return [String(own)] + actions.map(String.init)
  }
}
