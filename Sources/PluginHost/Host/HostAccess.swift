public import IPC

/// The way of a command to the modules of a data directory: the daemon if one runs, otherwise a host
/// of the command's own.
public enum HostAccess: Sendable {
  /// A connection to the daemon.
  case daemon(Connection)
  /// A host in this process.
  case embedded(Host)

  /// Connects to the daemon, or starts an embedded host. The configuration's mode doesn't count.
  public static func open(_ configuration: HostConfiguration) async throws -> HostAccess {
    if let access = try await daemon(configuration) { return access }
    var configuration = configuration
    configuration.mode = .embedded
    do {
      return .embedded(try await Host.start(configuration))
    } catch let error as HostError where error.status.reason == "HOST_RUNNING" {
      // A daemon came up between the two steps, and may still be about to listen.
      let deadline = ContinuousClock.now + .seconds(2)
      while ContinuousClock.now < deadline {
        if let access = try await daemon(configuration) { return access }
        try await Task.sleep(for: .milliseconds(20))
      }
      throw error
    }
  }

  private static func daemon(_ configuration: HostConfiguration) async throws -> HostAccess? {
    try await HostSocket.connect(
      dataDirectory: configuration.dataDirectory, version: configuration.version
    ).map(HostAccess.daemon)
  }

  /// What calls are made on.
  public var channel: any Channel {
    switch self {
    case .daemon(let connection): connection
    case .embedded(let host): host.channel
    }
  }

  /// Closes the connection, or stops the embedded host.
  public func close() async {
    switch self {
    case .daemon(let connection): connection.close()
    case .embedded(let host): await host.stop()
    }
  }
}
