import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import Synchronization

/// A server that accepts connections on a socket that already listens, and serves each of them.
final class HTTPServer: Sendable {
  private let quiescing: ServerQuiescingHelper
  private let quiescer = AcceptQuiescer()
  private let group: any EventLoopGroup
  private let logger: Logger
  /// The distribution of the connections among peers.
  let shares: ConnectionShares
  private let phase = Mutex(Phase.idle)

  private enum Phase {
    case idle
    /// The socket is being opened. Callers of ``drain()`` wait meanwhile.
    case starting([CheckedContinuation<Void, Never>])
    case serving(any Channel)
    /// The server was drained before it began, or the socket can't be used.
    case never
  }

  init(
    maximumConnections: Int, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger
  ) {
    shares = ConnectionShares(maximum: maximumConnections)
    self.group = group
    self.logger = logger
    quiescing = ServerQuiescingHelper(group: group)
  }

  /// Serves until ``drain()``, and then until the last connection is closed.
  ///
  /// - Parameters:
  ///   - socket: The descriptor of a listening socket. The server takes ownership of it.
  ///   - isSecure: Whether clients must use TLS.
  func serve(
    _ socket: Int32, _ connections: some ServerChildChannel, isSecure: Bool = false
  ) async throws {
    guard begin() else { return }
    let acceptor: any Channel
    do {
      acceptor = try await listen(socket, connections, isSecure: isSecure)
    } catch {
      settle(.never)
      throw error
    }
    settle(.serving(acceptor))
    try await acceptor.closeFuture.get()
    await quiesce()
  }

  /// Stops accepting connections, lets the requests in progress finish, and returns when the last
  /// connection is closed.
  ///
  /// - Parameter shut: Called when no more connections are accepted. A client that connects after
  ///   that reaches another server.
  func drain(_ shut: @Sendable () async -> Void = {}) async {
    guard let acceptor = await acceptor() else { return await shut() }
    shares.admitAll()
    try? await quiescer.shut(acceptor)
    await shut()
    await quiesce()
  }

  /// Closes the socket, if it is open, and every connection when it has nothing more to send.
  private func quiesce() async {
    let quiet = group.any().makePromise(of: Void.self)
    quiescing.initiateShutdown(promise: quiet)
    try? await quiet.futureResult.get()
  }

  /// Returns false if the server has already begun, or was drained.
  private func begin() -> Bool {
    phase.withLock { phase in
      guard case .idle = phase else { return false }
      phase = .starting([])
      return true
    }
  }

  private func settle(_ settled: Phase) {
    let waiting = phase.withLock { phase -> [CheckedContinuation<Void, Never>] in
      guard case .starting(let waiting) = phase else { return [] }
      phase = settled
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns the channel that accepts connections, once it exists; nil if it never will.
  private func acceptor() async -> (any Channel)? {
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
    return phase.withLock { if case .serving(let acceptor) = $0 { acceptor } else { nil } }
  }

  /// Listens on the socket. No connection is accepted until the exit of the quiescer is in place.
  private func listen(
    _ socket: Int32, _ connections: some ServerChildChannel, isSecure: Bool
  ) async throws -> any Channel {
    let acceptor = try await ServerBootstrap(group: group)
      .serverChannelOption(.autoRead, value: false)
      .serverChannelInitializer { [quiescer, quiescing, shares] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers([
            ConnectionGate(shares), quiescer.entrance,
            quiescing.makeServerChannelHandler(channel: channel),
            AcceptBackoffHandler(shouldForwardIOErrorCaught: false),
          ])
        }
      }
      .childChannelInitializer { [logger] channel in
        if isSecure { try? channel.pipeline.syncOperations.addHandler(PlainTextAnswer()) }
        return connections.setup(channel: channel, logger: logger).map { connection in
          _ = Task { await connections.handle(value: connection, logger: logger) }
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .withBoundSocket(socket).get()
    try await acceptor.eventLoop.submit { [quiescer] in
      try acceptor.pipeline.syncOperations.addHandler(quiescer.exit)
    }.get()
    try await acceptor.setOption(.autoRead, value: true).get()
    return acceptor
  }
}
