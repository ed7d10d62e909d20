import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves API keys.
@main
struct KeysPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    let secrets = KeySecrets(try environment.secret(KeySecrets.purpose))
    let uses = KeyUses(store: store)
    environment.beforeLeaving { await uses.flush() }
    return [KeysService(store: store, secrets: secrets, uses: uses)]
  }
}
