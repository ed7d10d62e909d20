public import IPC
internal import Status

/// The access of a command to the plugins of a data directory: the daemon if one runs, otherwise a
/// host in the command's own process.
public enum HostAccess: Sendable {
  /// A connection to the daemon.
  case daemon(Connection)
  /// A host in this process.
  case embedded(Host)

  /// Connects to the daemon, or starts an embedded host. Ignores the mode of the configuration.
  ///
  /// - Parameter patience: How long to wait for a daemon that has the data directory and doesn't
  ///   listen.
  /// - Throws: ``HostError``, with the code UNAVAILABLE when such a daemon doesn't begin to listen.
  public static func open(
    _ configuration: HostConfiguration, patience: Duration = .seconds(5)
  ) async throws -> HostAccess {
    var configuration = configuration
    configuration.mode = .embedded
    let deadline = ContinuousClock.now + patience
    while true {
      if let access = try await daemon(configuration) { return access }
      do {
        return .embedded(try await Host.start(configuration))
      } catch let error as HostError where error.status.reason == .hostRunning {
        // A daemon started between the two steps. It may be about to listen, or to end.
        guard ContinuousClock.now < deadline else { throw HostError.silent(error) }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private static func daemon(_ configuration: HostConfiguration) async throws -> HostAccess? {
    try await HostSocket.connect(
      dataDirectory: configuration.dataDirectory, version: configuration.version
    ).map(HostAccess.daemon)
  }

  /// The channel on which calls are made.
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

extension HostError {
  /// Returns the error of a host that runs, as `running` says, but accepts no connection.
  fileprivate static func silent(_ running: HostError) -> HostError {
    HostError(
      .unavailable, reason: "HOST_SILENT",
      "\(running.status.message) It does not respond; try again once it does.")
  }
}
