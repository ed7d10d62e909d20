import FairShares
import NIOCore
import NIOHTTPTypes

/// A handler that records whether a request is in progress on its connection. An idle connection
/// may have to make room.
final class ConnectionUse: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let shares: ConnectionShares
  private var requests = InFlightRequests()

  init(_ shares: ConnectionShares) { self.shares = shares }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      requests.begin()
      if requests.unanswered == 1 { shares.mark(context.channel, as: .lasting) }
    }
    context.fireChannelRead(data)
  }

  /// Marks the connection as idle when the last response has been written, and not before.
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    requests.answer(part)
    guard case .end = part, requests.unanswered == 0 else {
      return context.write(data, promise: promise)
    }
    let written = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
    written.futureResult.whenSuccess {
      let (handler, channel) = bound.value
      if handler.requests.unanswered == 0 { handler.shares.mark(channel, as: .idle) }
    }
    context.write(data, promise: written)
  }
}
