import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A handler that closes a connection without losing a request that may be on its way. (RFC 9112,
/// section 9.6)
///
/// The last response before the connection is closed says so, whether the server or the client
/// wants to close it. A client that waits for no response gets time to send one more request.
/// Otherwise a request that is crossing the network would be lost when the connection is closed.
/// The handler belongs to one connection. It stands before every handler that closes the connection
/// on ``ChannelShouldQuiesceEvent``.
final class GracefulCloseHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long to wait for a client that may be about to send a request.
  private let patience: TimeAmount
  private var phase = Phase.together
  private var requests = InFlightRequests()

  private enum Phase {
    case together
    /// The connection ends with the next response, or when the client stays silent.
    case wanted(until: Scheduled<Void>)
    case parting
  }

  init(patience: TimeAmount) {
    self.patience = patience
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    guard case .together = phase else { return }
    // A response whose head has been sent can't say any more that it is the last.
    guard requests.unanswered <= (requests.isAnswering ? 1 : 0) else { return part(context) }
    let silence = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: patience) {
      self.part(context)
    }
    phase = .wanted(until: silence)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    requests.begin()
    context.fireChannelRead(data)
    if case .wanted = phase { return part(context) }
    if head.headerFields[.connection]?.lowercased() == "close" { part(context) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var part = unwrapOutboundIn(data)
    if case .head(var head) = part, case .parting = phase, requests.unanswered == 1,
      head.status.kind != .informational
    {
      head.headerFields[.connection] = "close"
      part = .head(head)
    }
    requests.answer(part)
    context.write(wrapOutboundOut(part), promise: promise)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    if case .wanted(let silence) = phase { silence.cancel() }
  }

  private func part(_ context: ChannelHandlerContext) {
    if case .wanted(let silence) = phase { silence.cancel() }
    phase = .parting
    context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
  }
}
