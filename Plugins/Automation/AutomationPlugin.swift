import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that works on whole installations: it applies manifests, and exports, imports and
/// checks the store.
@main
struct AutomationPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let limit = try WorkspaceLimit(config: environment.config)
    let secrets = ManifestSecrets(
      keys: KeySecrets(try environment.secret(KeySecrets.purpose)),
      auth: AuthKeys(try environment.secret(AuthKeys.purpose)))
    let exports = ExportSeal(try environment.secret(ExportSeal.purpose))
    return [
      AutomationService(
        store: store, limit: limit.perOrganization, secrets: secrets, exports: exports)
    ]
  }
}
