public import IPC
public import PluginKit

/// A plugin whose services work on the admin records.
///
/// Mark the conforming type `@main`, as for `Plugin` of PluginKit.
public protocol AdminPlugin: Plugin {
  /// Creates the services that the plugin serves.
  ///
  /// - Throws: The error that keeps the plugin from serving, as its text tells the operator.
  static func services(
    over store: AdminStore, in environment: PluginEnvironment
  ) throws -> [any Service]
}

extension AdminPlugin {
  public static func services(in environment: PluginEnvironment) throws -> [any Service] {
    try services(over: AdminStore(environment), in: environment)
  }
}
