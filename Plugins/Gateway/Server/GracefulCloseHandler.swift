import FairShares
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A handler that closes a connection without losing a request that may be on its way. (RFC 9112,
/// section 9.6)
///
/// The last response before the connection is closed says so, whether the server or the client
/// wants to close it. A client that waits for no response gets time to send one more request.
/// Otherwise a request that is crossing the network would be lost when the connection is closed.
/// The handler also records whether a request is in progress, because an idle connection may have
/// to make room. It belongs to one connection. It stands before every handler that closes the
/// connection on ``ChannelShouldQuiesceEvent``.
final class GracefulCloseHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long to wait for a client that may be about to send a request.
  private let patience: TimeAmount
  private let shares: ConnectionShares
  private var phase = Phase.together
  private var requests = InFlightRequests()
  /// Whether the client of the latest request waits until it is told to send the body. If the
  /// response comes first, the client may never send the body. So it is unknown what its next bytes
  /// are, and the connection ends. (RFC 9110, section 10.1.1)
  private var withholdsBody = false

  private enum Phase {
    case together
    /// The connection ends with the next response, or when the client stays silent.
    case wanted(until: Scheduled<Void>)
    case parting
  }

  init(patience: TimeAmount, shares: ConnectionShares) {
    (self.patience, self.shares) = (patience, shares)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    guard case .together = phase else { return }
    // A response whose head has been sent can't say any more that it is the last.
    guard requests.pending <= (requests.isResponding ? 1 : 0) else { return part(context) }
    let silence = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: patience) {
      self.part(context)
    }
    phase = .wanted(until: silence)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else {
      withholdsBody = false
      return context.fireChannelRead(data)
    }
    requests.begin()
    withholdsBody = head.isAwaiting
    if requests.pending == 1 { shares.mark(context.channel, as: .lasting) }
    context.fireChannelRead(data)
    if case .wanted = phase { return part(context) }
    if head.headerFields[.connection]?.lowercased() == "close" { part(context) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var part = unwrapOutboundIn(data)
    if case .head(var head) = part {
      if head.status == .continue { withholdsBody = false }
      if isLast(head) { head.headerFields[.connection] = "close" }
      part = .head(head)
    }
    requests.respond(with: part)
    guard case .end = part else { return context.write(wrapOutboundOut(part), promise: promise) }
    context.write(wrapOutboundOut(part), promise: markingIdle(context, promise))
    guard withholdsBody else { return }
    context.flush()
    context.close(promise: nil)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    if case .wanted(let silence) = phase { silence.cancel() }
  }

  private func part(_ context: ChannelHandlerContext) {
    if case .wanted(let silence) = phase { silence.cancel() }
    phase = .parting
    context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
  }

  /// Returns whether the connection ends with a response.
  private func isLast(_ response: HTTPResponse) -> Bool {
    guard response.status.kind != .informational else { return false }
    if case .parting = phase, requests.pending == 1 { return true }
    return withholdsBody
  }

  /// Returns a promise that marks the connection as idle when the last response has been written,
  /// and not before.
  private func markingIdle(
    _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
  ) -> EventLoopPromise<Void>? {
    guard requests.pending == 0 else { return promise }
    let written = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
    written.futureResult.whenSuccess {
      let (handler, channel) = bound.value
      if handler.requests.pending == 0 { handler.shares.mark(channel, as: .idle) }
    }
    return written
  }
}
