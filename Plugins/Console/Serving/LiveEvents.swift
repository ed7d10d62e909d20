import HostProtos
import HostServices
import IPC
import StoreProtos
import WebProtos

/// What tells the open pages of a person that something changed: the kind of the thing and its
/// organization, never data. The host returns only events that the person may read.
struct LiveEvents: Sendable {
  let host: any Channel

  /// Writes an event for each change from now on, until the reader leaves.
  func follow(into writer: MessageWriter<PageEvent>) async throws {
    let events = try await HostClient(host).watch(WatchRequest())
    for try await event in events {
      guard let kind = Self.kind(of: event.action) else { continue }
      try await writer.send(
        PageEvent(kind: kind, organizationId: event.organizationId))
    }
  }

  /// Returns the kind of part that an action concerns, as parts name it in `data-live`; nil if none
  /// does.
  static func kind(of action: String) -> String? {
    switch action.prefix(while: { $0 != "." }) {
    case "organization": "orgs"
    case "workspace", "workspace_member": "workspaces"
    case "api_key": "keys"
    case "user", "member", "invite": "users"
    case "admin_key": "admin-keys"
    case "session", "password": "account"
    case "plugin": "plugins"
    default: nil
    }
  }
}
