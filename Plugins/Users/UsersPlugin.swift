import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves the members of organizations, and the invites of future members.
@main
struct UsersPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let keys = AuthKeys(try environment.secret(AuthKeys.purpose))
    return [UsersService(store: store), InvitesService(store: store, keys: keys)]
  }
}
