import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// A handler that ends the connection of a client that keeps the server waiting, and refuses input
/// that is not HTTP.
///
/// A request must arrive within a time, or it is refused with the status 408 (RFC 9110, section
/// 15.5.9). A client must take the next piece of a response within a time, or its connection is
/// closed. So a client that reads slowly is served, and a client that reads nothing can't hold its
/// connection for longer. NIO's `IdleStateHandler` knows neither of the two times: it waits for the
/// next byte, so a client that sends or takes single bytes could hold its connection forever.
///
/// The handler belongs to one connection. Connections on which no request has begun are closed
/// elsewhere, as idle.
final class TimeoutHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How many bytes a client must take at a time.
  private static let piece = 64 << 10

  private let readLimit: TimeAmount
  private let writeLimit: TimeAmount
  private let safety: SafetyHeaders
  private var requests = InFlightRequests()
  /// Whether the method of the latest request is HEAD.
  private var respondsWithoutBody = false
  private var readDeadline: Scheduled<Void>?
  /// The number of pieces that were written and not taken yet.
  private var pendingPieces = 0
  private var lastTaken = NIODeadline.now()
  private var writeCheck: Scheduled<Void>?

  /// - Parameters:
  ///   - readLimit: How long a request may take to arrive.
  ///   - writeLimit: How long a client may take to receive the next piece of a response.
  init(readLimit: TimeAmount, writeLimit: TimeAmount, safety: SafetyHeaders) {
    (self.readLimit, self.writeLimit, self.safety) = (readLimit, writeLimit, safety)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      requests.begin()
      respondsWithoutBody = head.method == .head
      readDeadline?.cancel()
      readDeadline = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: readLimit) {
        self.refuse(.requestTooSlow, context)
      }
    case .body: break
    case .end:
      readDeadline?.cancel()
      readDeadline = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    requests.respond(with: part)
    switch part {
    case .head: context.write(data, promise: promise)
    case .body(var body):
      while body.readableBytes > Self.piece, let piece = body.readSlice(length: Self.piece) {
        write(piece: .body(piece), nil, context)
      }
      write(piece: .body(body), promise, context)
    case .end: write(piece: part, promise, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    refuse(.noHTTP(error), context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    readDeadline?.cancel()
    writeCheck?.cancel()
  }

  /// Responds and closes the connection. It only closes if the response to another request is not
  /// complete yet.
  private func refuse(_ error: APIError, _ context: ChannelHandlerContext) {
    guard requests.pending <= 1, !requests.isResponding else {
      return context.close(promise: nil)
    }
    let (head, body) = error.lastResponse(safety)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !respondsWithoutBody { context.write(wrapOutboundOut(.body(body)), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(promise: nil)
  }

  private func write(
    piece: HTTPResponsePart, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
  ) {
    if pendingPieces == 0 { lastTaken = .now() }
    pendingPieces += 1
    if writeCheck == nil { scheduleWriteCheck(in: writeLimit, context) }
    let taken = promise ?? context.eventLoop.makePromise()
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    taken.futureResult.whenComplete { _ in
      handler.value.pendingPieces -= 1
      handler.value.lastTaken = .now()
    }
    context.write(wrapOutboundOut(piece), promise: taken)
  }

  /// Schedules the check. There is one check at a time and not one for each write, because most
  /// responses are taken at once.
  private func scheduleWriteCheck(in time: TimeAmount, _ context: ChannelHandlerContext) {
    writeCheck = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: time) {
      self.writeCheck = nil
      guard self.pendingPieces > 0 else { return }
      let rest: TimeAmount = self.lastTaken + self.writeLimit - .now()
      if rest > .zero { return self.scheduleWriteCheck(in: rest, context) }
      context.close(promise: nil)
    }
  }
}

extension APIError {
  /// The error for a request that could only be acted on too late.
  static let requestTooSlow = APIError(
    .timeout, "The request took too long to arrive.", status: .requestTimeout)

  fileprivate static func noHTTP(_ error: HTTPParserError) -> APIError {
    error == .headerOverflow
      ? APIError(
        .tooLarge, "The headers are too long.", status: .requestHeaderFieldsTooLarge)
      : APIError(.invalidRequest, "This is not HTTP/1.1: \(error).")
  }
}
