import AdminModel
import IPC

@testable import AuthModule
@testable import AutomationModule
@testable import KeysModule
@testable import OrgsModule
@testable import UsersModule
@testable import WorkspacesModule

/// The services of every module, over one store: a process opens a store only once, so here they share it.
enum ModuleServices {
  static func all(over store: Store) -> [any Service] {
    let authKeys = AuthKeys([UInt8](repeating: 7, count: 32))
    let keySecrets = KeySecrets([UInt8](repeating: 1, count: 32))
    return [
      OrgsEndpoint(store: store),
      WorkspacesEndpoint(store: store, limit: 1000),
      WorkspaceMembersEndpoint(store: store),
      KeysEndpoint(store: store, secrets: keySecrets, uses: KeyUses(store: store)),
      UsersEndpoint(store: store),
      InvitesEndpoint(store: store, keys: authKeys),
      AuthEndpoint(store: store, keys: authKeys, host: InProcessChannel(MethodTable())),
      SessionsEndpoint(store: store),
      AdminKeysEndpoint(store: store, keys: authKeys),
      AutomationEndpoint(
        store: store, limit: 1000, secrets: ManifestSecrets(keys: keySecrets, auth: authKeys),
        exports: ExportSeal([UInt8](repeating: 3, count: 32))),
    ]
  }
}
