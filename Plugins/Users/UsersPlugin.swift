import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves the members of organizations, and the invites of future members.
@main
struct UsersPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    let keys = AuthKeys(try environment.secret(AuthKeys.purpose))
    return [UsersService(store: store), InvitesService(store: store, keys: keys)]
  }
}
