public import IPC
internal import StewardProtos

/// Serves a module's services over one transport.
public struct PluginServer: Sendable {
  /// The connection to the host.
  public let connection: Connection
  private let departure = Departure()

  /// Starts to serve.
  ///
  /// - Parameters:
  ///   - version: The module's version.
  ///   - transport: What leads to the host.
  ///   - services: Makes the services, once the host has said Hello.
  public init(
    version: String, over transport: any Transport,
    services: @escaping @Sendable (PluginEnvironment) throws -> [any Service]
  ) {
    let departure = departure
    let (goodbyes, goodbye) = AsyncStream<Void>.makeStream()
    connection = .module(
      over: transport,
      events: { event in
        if case .goingAway = event { goodbye.yield() }
        if case .closed = event { goodbye.finish() }
      },
      introduce: { hello, connection in
        let environment = PluginEnvironment(hello, host: connection, departure: departure)
        return try Connection.Introduction(
          version: version, name: environment.name, serving: services(environment))
      })
    leave(after: goodbyes)
  }

  /// Returns how it ended, once the host is gone, what was written has left, and nothing is left to do.
  public func finished() async -> Status {
    let status = await connection.closed()
    await connection.transportEnded()
    await departure.perform()
    return status
  }

  /// Parts from the host when it wishes so, and the calls that it had made have ended.
  private func leave(after goodbyes: AsyncStream<Void>) {
    Task { [connection] in
      for await _ in goodbyes {
        await connection.drain(awaitingOutgoing: false)
        connection.close()
      }
    }
  }
}

extension Connection.Introduction {
  init(version: String, name: String, serving services: [any Service]) throws {
    let welcome = IPCWelcome(
      name: name, version: version, services: services.map { type(of: $0).name },
      descriptorSet: try DescriptorSets.union(of: services.map { type(of: $0).descriptorSet }))
    self.init(welcome: welcome, dispatcher: MethodTable(services))
  }
}
