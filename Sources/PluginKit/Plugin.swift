public import IPC

/// A plugin: mark the conforming type `@main`, and it is an executable that a host can run.
///
///     @main struct GreetPlugin: Plugin {
///       static let version = "1.0.0"
///
///       static func services(in environment: PluginEnvironment) throws -> [any Service] {
///         [GreetService()]
///       }
///     }
///
/// Its handlers run on the connection's reading thread, until they wait for something that other
/// threads bring. So a handler never blocks, and work that keeps a core busy for long belongs inside
/// `withTaskExecutorPreference(globalConcurrentExecutor) { … }`.
public protocol Plugin: SendableMetatype {
  /// The plugin's own version, for people.
  static var version: String { get }

  /// Makes the services that the plugin serves. Called once, when the host has said Hello.
  ///
  /// - Throws: What keeps the plugin from serving. The host reports it, so say what to do about it.
  static func services(in environment: PluginEnvironment) throws -> [any Service]
}

extension Plugin {
  /// Serves until the host has no more use for the plugin, and exits.
  public static func main() {
    MainThread.wait { await PluginMain.run(version: version) { try services(in: $0) } }
  }
}
