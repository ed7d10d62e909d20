import NIOCore
import Synchronization

/// The way from the socket to those who serve connections, which can be shut without losing who is on it.
///
/// A connection that was accepted is set up before it is handed over. NIO closes those that are being set up when
/// the socket is closed, with the requests that their clients have sent. So the doorway is shut first, and the socket
/// closed when nobody is left in it.
final class AcceptQuiescer: Sendable {
  private struct State {
    var isShut = false
    var inside: Set<ObjectIdentifier> = []
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  /// Stands right at the socket.
  var entrance: any ChannelHandler { Entrance(doorway: self) }
  /// Stands behind everything that sets connections up.
  var exit: any ChannelHandler { Exit(doorway: self) }

  /// Lets nobody in any more, and returns when everybody who was inside has been handed over, or has left.
  ///
  /// - Parameter acceptor: The channel of the socket.
  func shut(_ acceptor: any Channel) async throws {
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

  private func enter(_ connection: any Channel) {
    let id = ObjectIdentifier(connection)
    state.withLock { _ = $0.inside.insert(id) }
    connection.closeFuture.whenComplete { [self] _ in leave(id) }
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
  private final class Entrance: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    private let doorway: AcceptQuiescer

    init(doorway: AcceptQuiescer) { self.doorway = doorway }

    func read(context: ChannelHandlerContext) {
      if !doorway.isShut { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      doorway.enter(unwrapInboundIn(data))
      context.fireChannelRead(data)
    }
  }

  private final class Exit: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private let doorway: AcceptQuiescer

    init(doorway: AcceptQuiescer) { self.doorway = doorway }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      doorway.leave(ObjectIdentifier(unwrapInboundIn(data)))
      context.fireChannelRead(data)
    }
  }
}
