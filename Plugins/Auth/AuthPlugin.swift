import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves identities: logins, sessions, admin keys, and what a credential stands
/// for.
@main
struct AuthPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    let keys = AuthKeys(try environment.secret(AuthKeys.purpose))
    return [
      AuthService(store: store, keys: keys),
      SessionsService(store: store), AdminKeysService(store: store, keys: keys),
      CredentialResolverService(store: store, keys: keys, host: environment.host),
    ]
  }
}
