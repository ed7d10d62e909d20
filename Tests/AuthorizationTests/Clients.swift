import AdminServices
import HostServices
import IPC

/// The clients of every service, for one caller.
struct Clients: Sendable {
  let channel: any Channel

  var orgs: OrgsClient { OrgsClient(channel) }
  var workspaces: WorkspacesClient { WorkspacesClient(channel) }
  var workspaceMembers: WorkspaceMembersClient { WorkspaceMembersClient(channel) }
  var keys: KeysClient { KeysClient(channel) }
  var users: UsersClient { UsersClient(channel) }
  var invites: InvitesClient { InvitesClient(channel) }
  var auth: AuthClient { AuthClient(channel) }
  var sessions: SessionsClient { SessionsClient(channel) }
  var adminKeys: AdminKeysClient { AdminKeysClient(channel) }
  var automation: AutomationClient { AutomationClient(channel) }
  var host: HostClient { HostClient(channel) }
  var permissions: PermissionsClient { PermissionsClient(channel) }
  var audit: AuditClient { AuditClient(channel) }
  var maintenance: MaintenanceClient { MaintenanceClient(channel) }
  var pluginTrust: PluginTrustClient { PluginTrustClient(channel) }
  var credentials: CredentialResolverClient { CredentialResolverClient(channel) }
  var integrity: IntegrityCheckClient { IntegrityCheckClient(channel) }
}

/// A channel that makes every call with a credential, as a script does.
struct CredentialChannel: Channel {
  let base: any Channel
  let credential: String

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.metadata["authorization"] = "Bearer \(credential)"
    return base.open(header, delegate: delegate)
  }
}
