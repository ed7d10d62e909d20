import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import Synchronization

/// A server that accepts connections on a socket that already listens, and serves each of them.
///
/// When it drains, no accepted connection and no request that is on its way is lost. (RFC 9112,
/// section 9.6)
final class HTTPServer: Sendable {
  private let quiescing: ServerQuiescingHelper
  private let quiescer: AcceptQuiescer
  private let group: any EventLoopGroup
  private let logger: Logger
  /// The distribution of the connections among peers.
  let shares: ConnectionShares
  private let phase = Mutex(Phase.idle)

  private enum Phase {
    case idle
    /// The value is the channel that accepts connections. It fails if the socket can't be used.
    case serving(EventLoopFuture<any Channel>)
    /// The server was drained before it began.
    case drained
  }

  init(
    maximumConnections: Int, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger
  ) {
    shares = ConnectionShares(maximum: maximumConnections)
    quiescer = AcceptQuiescer(shares)
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
    guard let listening = begin() else { return }
    listening.completeWithTask { [self] in
      try await listen(socket, connections, isSecure: isSecure)
    }
    let acceptor = try await listening.futureResult.get()
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

  /// Returns the promise of the channel that accepts connections; nil if the server has already
  /// begun, or was drained.
  private func begin() -> EventLoopPromise<any Channel>? {
    phase.withLock { phase in
      guard case .idle = phase else { return nil }
      let listening = group.any().makePromise(of: (any Channel).self)
      phase = .serving(listening.futureResult)
      return listening
    }
  }

  /// Returns the channel that accepts connections, once it exists; nil if it never will.
  private func acceptor() async -> (any Channel)? {
    let listening = phase.withLock { phase -> EventLoopFuture<any Channel>? in
      if case .serving(let listening) = phase { return listening }
      phase = .drained
      return nil
    }
    return try? await listening?.get()
  }

  /// Listens on the socket. No connection is accepted until the exit of the quiescer is in place.
  private func listen(
    _ socket: Int32, _ connections: some ServerChildChannel, isSecure: Bool
  ) async throws -> any Channel {
    let acceptor = try await ServerBootstrap(group: group)
      .serverChannelOption(.autoRead, value: false)
      .serverChannelInitializer { [quiescer, quiescing] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers([
            quiescer.entrance, quiescing.makeServerChannelHandler(channel: channel),
            AcceptBackoffHandler(shouldForwardIOErrorCaught: false),
          ])
        }
      }
      .childChannelInitializer { [logger] channel in
        if isSecure { try? channel.pipeline.syncOperations.addHandler(PlainTextHandler()) }
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
