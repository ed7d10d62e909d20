public import IPC

/// A plugin. Mark the conforming type `@main` to make it an executable that a host can run.
///
///     @main struct GreetPlugin: Plugin {
///       static func services(in environment: PluginEnvironment) throws -> [any Service] {
///         [GreetService()]
///       }
///     }
///
/// Its handlers run on the connection's reading thread, until they wait for something that other
/// threads provide. So a handler must never block. Work that keeps a core busy for long belongs
/// inside `withTaskExecutorPreference(globalConcurrentExecutor) { … }`.
public protocol Plugin: SendableMetatype {
  /// Creates the services that the plugin serves. Called once, when the host has sent its Hello.
  ///
  /// - Throws: The error that keeps the plugin from serving. The host reports it, so its text must
  ///   say what to do.
  static func services(in environment: PluginEnvironment) throws -> [any Service]
}

extension Plugin {
  /// Serves until the host no longer needs the plugin, then exits.
  public static func main() {
    MainThread.wait { await PluginMain.run { try services(in: $0) } }
  }
}
