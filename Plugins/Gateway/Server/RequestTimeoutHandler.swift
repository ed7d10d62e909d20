import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import ProtobufRuntime

/// A handler that refuses input that is not HTTP, and requests that take too long to arrive. The
/// errors have the same form as all others.
///
/// It belongs to one connection. A request that arrives slowly holds a connection for ``limit`` at
/// most. Connections on which no request has begun are closed elsewhere, as idle.
final class RequestTimeoutHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private let safety: SafetyHeaders
  private var deadline: Scheduled<Void>?
  private var requests = InFlightRequests()
  /// Whether the method of the latest request is HEAD.
  private var answersWithoutBody = false
  /// Whether the client of the latest request waits until it is told to send the body.
  private var withholdsBody = false

  init(limit: TimeAmount, safety: SafetyHeaders) {
    self.limit = limit
    self.safety = safety
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      requests.begin()
      answersWithoutBody = head.method == .head
      withholdsBody = head.isAwaiting
      deadline?.cancel()
      deadline = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: limit) {
        self.refuse(.requestTooSlow, context)
      }
    case .body: withholdsBody = false
    case .end:
      withholdsBody = false
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    requests.answer(part)
    if case .head(let head) = part, head.status == .continue { withholdsBody = false }
    // The client got its response before it sent the body, and may never send it. So it is unknown
    // what its next bytes are. (RFC 9110, section 10.1.1)
    guard withholdsBody else { return context.write(data, promise: promise) }
    switch part {
    case .head(var head):
      head.headerFields[.connection] = "close"
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      context.writeAndFlush(data, promise: promise)
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    refuse(.noHTTP(error), context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
  }

  /// Responds and closes the connection. It only closes if the response to another request is not
  /// complete yet.
  private func refuse(_ error: APIError, _ context: ChannelHandlerContext) {
    guard requests.unanswered <= 1, !requests.isAnswering else {
      return context.close(promise: nil)
    }
    let id = RequestID()
    let body = ByteBuffer(bytes: error.envelope(id).utf8)
    var headers: HTTPFields = [
      .contentType: "application/json", .contentLength: String(body.readableBytes),
      .connection: "close", .date: HTTPDate.now, .requestID: id.description,
    ]
    headers.append(contentsOf: safety.fields)
    let head = HTTPResponse(status: error.status, headerFields: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !answersWithoutBody { context.write(wrapOutboundOut(.body(body)), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(promise: nil)
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
