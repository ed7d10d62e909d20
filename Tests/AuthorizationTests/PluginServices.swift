import AdminModel
import IPC
import Store

@testable import AuthPlugin
@testable import AutomationPlugin
@testable import KeysPlugin
@testable import OrgsPlugin
@testable import UsersPlugin
@testable import WorkspacesPlugin

/// The services of every plugin, over one store. A process opens a store only once, so the services
/// share it here.
enum PluginServices {
  static func all(over store: Store) -> [any Service] {
    let authKeys = AuthKeys([UInt8](repeating: 7, count: 32))
    let keySecrets = KeySecrets([UInt8](repeating: 1, count: 32))
    return [
      OrgsService(store: store),
      WorkspacesService(store: store, limit: 1000),
      WorkspaceMembersService(store: store),
      KeysService(store: store, secrets: keySecrets, uses: KeyUses(store: store)),
      UsersService(store: store),
      InvitesService(store: store, keys: authKeys),
      AuthService(store: store, keys: authKeys, host: InProcessChannel(ServiceRouter())),
      SessionsService(store: store),
      AdminKeysService(store: store, keys: authKeys),
      AutomationService(
        store: store, limit: 1000, secrets: ManifestSecrets(keys: keySecrets, auth: authKeys),
        exports: ExportSeal([UInt8](repeating: 3, count: 32))),
    ]
  }
}
