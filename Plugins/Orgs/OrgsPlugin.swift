import AdminKit
import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves organizations, and the directory of everything in them.
@main
struct OrgsPlugin: AdminPlugin {
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service] {
    [OrgsService(store: store), DirectoryService(store: store)]
  }
}
