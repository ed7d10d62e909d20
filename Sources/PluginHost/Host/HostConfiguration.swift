public import Logging

/// What a host is made from.
public struct HostConfiguration: Sendable {
  /// Who the host serves.
  public enum Mode: Hashable, Sendable {
    /// Every client of its socket, until it is stopped. One at a time on a data directory.
    case daemon
    /// This process alone, for as long as a command takes. Several share a data directory.
    case embedded
  }

  /// Where store, keys and socket are.
  public var dataDirectory: String
  /// Whether there may be no installation yet: then one is made, for its owner alone.
  public var makesInstallation = true
  /// Where plugins are looked for.
  public var pluginPaths: PluginPaths
  /// Where the master key is, of which plugins get their secrets.
  public var masterKey: MasterKeySource
  /// Settings of plugins, by plugin and key, in place of those that their manifests give.
  public var settings: [String: [String: String]] = [:]
  /// Who the host serves.
  public var mode: Mode
  /// The product's version, for people.
  public var version: String
  /// Where the host tells of itself: at debug what its plugins do, above that what an operator should know.
  public var logger: Logger
  /// How long a stop waits for the calls of clients.
  public var drainTimeout: Duration = .seconds(10)
  /// Where checkpoints of the log are shipped, beside the data directory.
  public var auditCheckpoint: CheckpointTarget?
  /// For how long refused calls are counted until they are in the log, beside when the host stops.
  public var refusalInterval: Duration = .seconds(60)
  /// How often the host remembers where the log stands, beside when it stops.
  public var memoryInterval: Duration = .seconds(60)

  /// Creates a configuration; by default of an embedded host that logs nothing.
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
