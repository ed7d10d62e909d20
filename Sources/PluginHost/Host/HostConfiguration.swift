public import Logging

/// The settings with which a host is started.
public struct HostConfiguration: Sendable {
  /// The clients that a host serves.
  public enum Mode: Hashable, Sendable {
    /// Every client of its socket, until the host is stopped. Only one daemon at a time uses a data
    /// directory.
    case daemon
    /// This process alone, for the time of a command. Several embedded hosts may share a data
    /// directory.
    case embedded
  }

  /// The directory of the store, the keys and the socket.
  public var dataDirectory: String
  /// Whether a missing installation is created, for its owner alone.
  public var makesInstallation = true
  /// The folders in which plugins are looked for.
  public var pluginPaths: PluginPaths
  /// The source of the master key, from which plugins get their secrets.
  public var masterKey: MasterKeySource
  /// Settings of plugins, by plugin and key. They replace the settings in the manifests.
  public var settings: [String: [String: String]] = [:]
  /// The clients that the host serves.
  public var mode: Mode
  /// The version of the product, for people.
  public var version: String
  /// The logger of the host. At the level debug it gets what the plugins do; above that, what an
  /// operator should know.
  public var logger: Logger
  /// The maximum time that a stop waits for the calls of clients.
  public var drainTimeout: Duration = .seconds(10)
  /// The place to which checkpoints of the log are shipped, in addition to the data directory.
  public var auditCheckpoint: CheckpointTarget?
  /// The time for which refused calls are counted before they are written into the log. They are
  /// also written when the host stops.
  public var refusalInterval: Duration = .seconds(60)
  /// The interval at which the host records the position of the log. It is also recorded when the
  /// host stops.
  public var memoryInterval: Duration = .seconds(60)

  /// Creates a configuration. By default, it is for an embedded host that logs nothing.
  public init(
    dataDirectory: String, pluginPaths: PluginPaths = [],
    masterKey: MasterKeySource = .dataDirectory, mode: Mode = .embedded, version: String = "0.1.0",
    logger: Logger = Logger(label: "steward.host") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.dataDirectory = dataDirectory
    self.pluginPaths = pluginPaths
    self.masterKey = masterKey
    self.mode = mode
    self.version = version
    self.logger = logger
  }
}
