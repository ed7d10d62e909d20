import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves identities: logins, sessions, admin keys, and what a credential stands
/// for.
@main
struct AuthPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let keys = AuthKeys(try environment.secret(AuthKeys.purpose))
    return [
      AuthService(store: store, keys: keys, host: environment.host),
      SessionsService(store: store), AdminKeysService(store: store, keys: keys),
    ]
  }
}
