import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves workspaces and their members.
@main
struct WorkspacesPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    let limit = try WorkspaceLimit(config: environment.config)
    return [
      WorkspacesService(store: store, limit: limit.perOrganization),
      WorkspaceMembersService(store: store),
    ]
  }
}
