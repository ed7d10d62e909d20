import AdminModel
import IPC
import PluginKit
import Store

/// The plugin that serves organizations.
@main
struct OrgsPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    [OrgsService(store: try Store.openAdmin(directory: environment.storeDirectory))]
  }
}
