import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves workspaces and their members.
@main
struct WorkspacesPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let limit = try WorkspaceLimit(config: environment.config)
    return [
      WorkspacesService(store: store, limit: limit.perOrganization),
      WorkspaceMembersService(store: store),
    ]
  }
}
