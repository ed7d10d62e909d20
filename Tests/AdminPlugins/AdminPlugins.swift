internal import AdminKit
internal import AdminModel
public import IPC
internal import IPCProtos
internal import PluginKit
public import Store

@testable internal import AuthPlugin
@testable internal import AutomationPlugin
@testable internal import KeysPlugin
@testable internal import OrgsPlugin
@testable internal import UsersPlugin
@testable internal import WorkspacesPlugin

/// Every admin plugin, for tests that run all of them in one process.
public enum AdminPlugins {
  /// The plugins, by the names in their manifests.
  private static let all: [(name: String, type: any AdminPlugin.Type)] = [
    ("orgs", OrgsPlugin.self),
    ("workspaces", WorkspacesPlugin.self),
    ("keys", KeysPlugin.self),
    ("users", UsersPlugin.self),
    ("auth", AuthPlugin.self),
    ("automation", AutomationPlugin.self),
  ]

  /// The secrets that a host would derive from a master key, by purpose.
  public static let secrets = [
    AuthKeys.purpose: [UInt8](repeating: 7, count: 32),
    KeySecrets.purpose: [UInt8](repeating: 1, count: 32),
    ExportSeal.purpose: [UInt8](repeating: 3, count: 32),
  ]

  /// Returns the services of all plugins over one store, because a process opens a store only once.
  ///
  /// - Parameters:
  ///   - config: The settings that every manifest would give.
  ///   - host: The channel on which the plugins call one another.
  public static func services(
    over store: Store, config: [String: String] = [:],
    host: any Channel = InProcessChannel(ServiceRouter())
  ) throws -> [any Service] {
    try all.flatMap { name, type in
      let hello = IPCHello(
        pluginName: name, grants: IPCGrants(secrets: secrets), config: config)
      return try type.services(
        over: AdminStore(store, plugin: name), in: PluginEnvironment(hello, host: host))
    }
  }
}
