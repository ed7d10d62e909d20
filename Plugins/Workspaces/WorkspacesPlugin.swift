import AdminModel
import PluginKit

/// The module that serves workspaces and their members.
@main
struct WorkspacesPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let limit = try WorkspaceLimit(config: environment.config)
    return [
      WorkspacesEndpoint(store: store, limit: limit.perOrganization),
      WorkspaceMembersEndpoint(store: store),
    ]
  }
}
