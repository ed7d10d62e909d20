import NIOCore

/// A handler that stands directly at the socket, and passes a connection on when the connection
/// gets its share.
final class ConnectionGate: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let shares: ConnectionShares

  init(_ shares: ConnectionShares) { self.shares = shares }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let connection = unwrapInboundIn(data)
    let loop = context.eventLoop
    let server = NIOLoopBound(context, eventLoop: loop)
    shares.enter(connection) {
      let handOn: @Sendable () -> Void = {
        server.value.fireChannelRead(Self.wrapInboundOut(connection))
      }
      loop.inEventLoop ? handOn() : loop.execute(handOn)
    }
  }
}
