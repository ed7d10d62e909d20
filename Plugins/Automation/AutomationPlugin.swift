import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that works on whole installations: it applies manifests, and exports, imports and
/// checks the store.
@main
struct AutomationPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    let limit = try WorkspaceLimit(config: environment.config)
    let secrets = ManifestSecrets(
      keys: KeySecrets(try environment.secret(KeySecrets.purpose)),
      auth: AuthKeys(try environment.secret(AuthKeys.purpose)))
    let exports = ExportSeal(try environment.secret(ExportSeal.purpose))
    return [
      AutomationService(
        store: store, limit: limit.perOrganization, secrets: secrets, exports: exports),
      IntegrityCheckService(store: store),
    ]
  }
}
