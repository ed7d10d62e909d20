import Glibc
import IPC
import IPCProtos

/// The transport of a pair of connections.
enum Medium: CaseIterable, Sendable {
  case memory, pipes, socket

  func transports() -> (any Transport, any Transport) {
    switch self {
    case .memory: return MemoryTransport.pair()
    case .pipes: return Self.pipes()
    case .socket: return Self.sockets()
    }
  }

  private static func pipes() -> (any Transport, any Transport) {
    let (there, back) = (Descriptors.pipe(), Descriptors.pipe())
    return (
      DescriptorTransport(reading: back.read, writing: there.write),
      DescriptorTransport(reading: there.read, writing: back.write)
    )
  }

  private static func sockets() -> (any Transport, any Transport) {
    let ends = Descriptors.socketPair()
    return (DescriptorTransport(socket: ends.0), DescriptorTransport(socket: ends.1))
  }
}

enum Descriptors {
  static func pipe() -> (read: Int32, write: Int32) {
    ignoreBrokenPipes
    var ends: [Int32] = [-1, -1]
    precondition(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  static func socketPair() -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    precondition(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    return (ends[0], ends[1])
  }

  /// Ignores SIGPIPE, as every executable does first.
  private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}

/// A host and a plugin whose handshake is done.
struct Pair {
  let host: Connection
  let plugin: Connection

  init(
    over medium: Medium = .memory, host hostMethods: ServiceRouter = ServiceRouter(),
    plugin pluginMethods: ServiceRouter = ServiceRouter(),
    configuration: Connection.Configuration = Connection.Configuration()
  ) async throws {
    let (hostEnd, pluginEnd) = medium.transports()
    plugin = .plugin(over: pluginEnd, configuration: configuration) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(name: "test"), handler: pluginMethods)
    }
    host = .host(
      over: hostEnd, hello: IPCHello(hostName: "host"), handler: hostMethods,
      configuration: configuration)
    _ = try await host.ready()
    _ = try await plugin.ready()
  }

  func close() {
    host.close()
    plugin.close()
  }
}
