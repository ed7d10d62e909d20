import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import Synchronization

/// Accepts connections on a socket that listens already, and has each served.
final class HTTPServer: Sendable {
  private let quiescing: ServerQuiescingHelper
  private let group: any EventLoopGroup
  private let logger: Logger
  /// So many at once; further ones wait in the socket's backlog.
  private let maximumConnections: Int
  private let phase = Mutex(Phase.idle)

  private enum Phase {
    case idle
    /// The socket is being taken; who wants to drain meanwhile waits.
    case starting([CheckedContinuation<Void, Never>])
    case serving
    /// It was drained before it had begun.
    case never
  }

  init(
    maximumConnections: Int, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger
  ) {
    self.maximumConnections = maximumConnections
    self.group = group
    self.logger = logger
    quiescing = ServerQuiescingHelper(group: group)
  }

  /// Serves until ``drain()``, and then until the last connection has been served.
  ///
  /// - Parameter socket: A descriptor of a listening socket, which becomes the server's.
  func serve<Connections: ServerChildChannel>(
    _ socket: Int32, _ connections: Connections
  ) async throws {
    guard begin() else { return }
    let acceptor: NIOAsyncChannel<Connections.Value, Never>
    do {
      defer { begun() }
      acceptor = try await bootstrap().bind(socket) { channel in
        connections.setup(channel: channel, logger: self.logger)
      }
    }
    await withDiscardingTaskGroup { group in
      do {
        try await acceptor.executeThenClose { accepted in
          for try await connection in accepted {
            group.addTask { [logger] in
              await connections.handle(value: connection, logger: logger)
            }
          }
        }
      } catch {
        logger.error("No further connections are accepted.", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Accepts no further connection, lets the requests under way be answered, and returns when the last
  /// connection is closed.
  func drain() async {
    guard await awaitBeginning() else { return }
    let drained = group.any().makePromise(of: Void.self)
    quiescing.initiateShutdown(promise: drained)
    try? await drained.futureResult.get()
  }

  /// Returns false if there is nothing to serve any more.
  private func begin() -> Bool {
    phase.withLock { phase in
      guard case .idle = phase else { return false }
      phase = .starting([])
      return true
    }
  }

  private func begun() {
    let waiting = phase.withLock { phase -> [CheckedContinuation<Void, Never>] in
      guard case .starting(let waiting) = phase else { return [] }
      phase = .serving
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns once the server accepts connections; false if it never will.
  private func awaitBeginning() async -> Bool {
    await withCheckedContinuation { continuation in
      let isSettled = phase.withLock { phase in
        switch phase {
        case .starting(let waiting):
          phase = .starting(waiting + [continuation])
          return false
        case .idle:
          phase = .never
          return true
        case .serving, .never: return true
        }
      }
      if isSettled { continuation.resume() }
    }
    return phase.withLock { if case .serving = $0 { true } else { false } }
  }

  private func bootstrap() -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelInitializer { [quiescing, maximumConnections, logger] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          let limit = MaximumAvailableConnections(maximumConnections, logger: logger)
          try pipeline.addHandler(AvailableConnectionsChannelHandler(delegate: limit))
          try pipeline.addHandler(quiescing.makeServerChannelHandler(channel: channel))
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
  }
}
