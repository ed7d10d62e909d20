import HostProtos
import HostServices
import IPC
import StoreProtos

extension MethodProbe {
  /// The methods of the host itself. It runs no processes here, so a permitted caller is told that
  /// the plugin does not exist.
  static let host: [MethodProbe] = [
    .of("host.v1.Host/GetStatus", .installation) {
      try await $0.clients.host.getStatus(GetStatusRequest())
    },
    .of("host.v1.Host/ListPlugins", .installation) {
      try await $0.clients.host.listPlugins(ListPluginsRequest())
    },
    .of("host.v1.Host/GetPlugin", .installation, passing: "PLUGIN_NOT_FOUND") {
      try await $0.clients.host.getPlugin(GetPluginRequest(name: "orgs"))
    },
    .of("host.v1.Host/Stats", .installation) {
      try await $0.clients.host.stats(StatsRequest(byMethod: true))
    },
    .of("host.v1.Host/Reload", .installation, passing: "PLUGIN_NOT_FOUND") {
      try await $0.clients.host.reload(ReloadRequest(name: "orgs"))
    },
    .of("host.v1.Host/Logs", .installation, passing: "PLUGIN_NOT_FOUND") {
      for try await _ in try await $0.clients.host.logs(LogsRequest(name: "orgs")) {}
      return true
    },
    .of("host.v1.Host/Describe", .installation) {
      try await $0.clients.host.describe(DescribeRequest(namesOnly: true))
    },
    .showing("host.v1.Host/Watch", .organizations) { attempt in
      let organization = attempt.place.organization
      var found: Set<String> = []
      for try await event in try await attempt.clients.host.watch(
        WatchRequest(fromRevision: 1, once: true, organizationId: organization))
      {
        found.insert(event.organizationId)
      }
      return found == [organization]
    },

    .of("host.v1.Permissions/Check", .installation) {
      try await $0.clients.permissions.check(
        CheckPermissionRequest(method: "steward.host.v1.Host/Describe"))
    },

    .showing("host.v1.Audit/List", .organizations) { attempt in
      let organization = attempt.place.organization
      let page = try await attempt.clients.audit.list(
        ListAuditRequest(organizationId: organization))
      return Set(page.data.map(\.organizationId)) == [organization]
    },
    .of("host.v1.Audit/Verify", .installation) {
      try await $0.clients.audit.verify(VerifyAuditRequest())
    },

    .of("host.v1.Maintenance/Backup", .installation) {
      for try await _ in try await $0.clients.maintenance.backup(BackupRequest()) {}
      return true
    },
    .of("host.v1.Maintenance/Examine", .installation) {
      try await $0.clients.maintenance.examine(ExamineRequest())
    },

    .of("host.v1.PluginTrust/Get", .installation, passing: "PLUGIN_NOT_FOUND") {
      try await $0.clients.pluginTrust.get(GetPluginTrustRequest(name: "orgs"))
    },
    .of("host.v1.PluginTrust/Accept", .installation, passing: "PLUGIN_NOT_FOUND") {
      try await $0.clients.pluginTrust.accept(AcceptPluginTrustRequest(name: "orgs"))
    },
    .of("host.v1.PluginTrust/Revoke", .installation, passing: "PLUGIN_NOT_FOUND") {
      try await $0.clients.pluginTrust.revoke(RevokePluginTrustRequest(name: "orgs"))
    },

    .of("host.v1.CredentialResolver/Resolve", .installation, passing: "CREDENTIAL_INVALID") {
      try await $0.clients.credentials.resolve(ResolveRequest(credential: "unknown"))
    },
    .of("host.v1.IntegrityCheck/Check", .installation) {
      try await $0.clients.integrity.check(CheckRequest())
    },
  ]
}

extension Clients {
  var host: HostClient { HostClient(channel) }
  var permissions: PermissionsClient { PermissionsClient(channel) }
  var audit: AuditClient { AuditClient(channel) }
  var maintenance: MaintenanceClient { MaintenanceClient(channel) }
  var pluginTrust: PluginTrustClient { PluginTrustClient(channel) }
}
