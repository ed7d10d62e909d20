import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves API keys.
@main
struct KeysPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let secrets = KeySecrets(try environment.secret(KeySecrets.purpose))
    let uses = KeyUses(store: store)
    environment.beforeLeaving { await uses.flush() }
    return [KeysService(store: store, secrets: secrets, uses: uses)]
  }
}
