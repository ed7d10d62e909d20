public import IPC
internal import IPCProtos
public import Status

/// A server of a plugin's services over one transport.
public struct PluginServer: Sendable {
  /// The connection to the host.
  public let connection: Connection
  private let duties = PluginDuties()

  /// Starts serving.
  ///
  /// - Parameters:
  ///   - transport: The transport to the host.
  ///   - services: Creates the services, once the host has sent its Hello.
  public init(
    over transport: any Transport,
    services: @escaping @Sendable (PluginEnvironment) throws -> [any Service]
  ) {
    let duties = duties
    let (requests, request) = AsyncStream<ShutdownRequest>.makeStream()
    connection = .plugin(
      over: transport,
      events: { event in
        switch event {
        case .drainWanted: request.yield(.drain)
        case .goingAway: request.yield(.part)
        case .closed: request.finish()
        case .ready: break
        }
      },
      introduce: { hello, connection in
        let environment = PluginEnvironment(hello, host: connection, duties: duties)
        return try Connection.Introduction(of: environment, serving: services(environment))
      })
    Task { [connection] in
      for await request in requests { await Self.fulfil(request, duties, connection) }
    }
  }

  /// Returns how the connection ended, once the host has left, all written bytes are sent, and all
  /// work is done.
  public func finished() async -> Status {
    let status = await connection.closed()
    await connection.transportEnded()
    await duties.leaving.perform()
    return status
  }

  /// What the host may request of a plugin.
  private enum ShutdownRequest {
    /// The plugin finishes what it has begun by itself.
    case drain
    /// The plugin leaves, once the calls that the host made have ended.
    case part
  }

  private static func fulfil(
    _ request: ShutdownRequest, _ duties: PluginDuties, _ connection: Connection
  ) async {
    switch request {
    case .drain:
      await duties.draining.perform()
      connection.goAway()
    case .part:
      await connection.drain(awaitingOutgoing: false)
      connection.close()
    }
  }
}

extension Connection.Introduction {
  init(of environment: PluginEnvironment, serving services: [any Service]) throws {
    let welcome = IPCWelcome(
      name: environment.name, version: environment.version,
      services: services.map { type(of: $0).name },
      descriptorSet: try DescriptorSets.union(of: services.map { type(of: $0).descriptorSet }))
    self.init(welcome: welcome, handler: ServiceRouter(services))
  }
}
