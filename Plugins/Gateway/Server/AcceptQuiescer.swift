import NIOCore
import Synchronization

/// The path of a connection from the socket to the code that serves it. It can be shut without
/// losing a connection.
///
/// An accepted connection waits for its share, and is set up before it is handed over. When the
/// socket is closed, NIO closes the connections that are still on this path, with the requests that
/// their clients have sent. So this path is shut first. The socket is closed when no connection is
/// left on the path.
final class AcceptQuiescer: Sendable {
  private struct State {
    var isShut = false
    var inside: Set<ObjectIdentifier> = []
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let shares: ConnectionShares
  private let state = Mutex(State())

  init(_ shares: ConnectionShares) { self.shares = shares }

  /// The handler that stands directly at the socket.
  var entrance: any ChannelHandler { Entrance(quiescer: self) }
  /// The handler that stands behind everything that sets connections up.
  var exit: any ChannelHandler { Exit(quiescer: self) }

  /// Stops accepting connections, and returns when every accepted connection has been handed over
  /// or closed.
  ///
  /// - Parameter acceptor: The channel of the socket.
  func shut(_ acceptor: any Channel) async throws {
    shares.admitAll()
    state.withLock { $0.isShut = true }
    try await acceptor.setOption(.autoRead, value: false).get()
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock { state in
        guard !state.inside.isEmpty else { return true }
        state.waiting.append(continuation)
        return false
      }
      if isEmpty { continuation.resume() }
    }
  }

  private var isShut: Bool { state.withLock { $0.isShut } }

  private func enter(_ connection: any Channel, serve: @escaping @Sendable () -> Void) {
    let id = ObjectIdentifier(connection)
    state.withLock { _ = $0.inside.insert(id) }
    connection.closeFuture.whenComplete { [self] _ in leave(id) }
    shares.enter(connection, serve: serve)
  }

  private func leave(_ id: ObjectIdentifier) {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard state.inside.remove(id) != nil, state.inside.isEmpty else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

extension AcceptQuiescer {
  /// Passes a connection on when the connection gets its share.
  private final class Entrance: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let quiescer: AcceptQuiescer

    init(quiescer: AcceptQuiescer) { self.quiescer = quiescer }

    func read(context: ChannelHandlerContext) {
      if !quiescer.isShut { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let connection = unwrapInboundIn(data)
      let loop = context.eventLoop
      let server = NIOLoopBound(context, eventLoop: loop)
      quiescer.enter(connection) {
        let handOn: @Sendable () -> Void = {
          server.value.fireChannelRead(Self.wrapInboundOut(connection))
        }
        loop.inEventLoop ? handOn() : loop.execute(handOn)
      }
    }
  }

  private final class Exit: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private let quiescer: AcceptQuiescer

    init(quiescer: AcceptQuiescer) { self.quiescer = quiescer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      quiescer.leave(ObjectIdentifier(unwrapInboundIn(data)))
      context.fireChannelRead(data)
    }
  }
}
