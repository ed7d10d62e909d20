import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A handler that closes the connection of a client that doesn't read what is written to it.
///
/// It belongs to one connection. A client must take the next piece of a response within ``limit``.
/// So a client that reads slowly is served, and a client that reads nothing can't hold its
/// connection for longer.
final class WriteTimeout: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How many bytes a client must take at a time.
  private static let piece = 64 << 10

  private let limit: TimeAmount
  /// The number of pieces that were written and not taken yet.
  private var pending = 0
  private var lastProgress = NIODeadline.now()
  private var check: Scheduled<Void>?

  init(limit: TimeAmount) {
    self.limit = limit
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head: context.write(data, promise: promise)
    case .body(var body):
      while body.readableBytes > Self.piece, let piece = body.readSlice(length: Self.piece) {
        write(.body(piece), nil, context)
      }
      write(.body(body), promise, context)
    case .end(let trailers): write(.end(trailers), promise, context)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    check?.cancel()
  }

  private func write(
    _ part: HTTPResponsePart, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
  ) {
    if pending == 0 { lastProgress = .now() }
    pending += 1
    if check == nil { schedule(in: limit, context) }
    let taken = promise ?? context.eventLoop.makePromise()
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    taken.futureResult.whenComplete { _ in handler.value.progress() }
    context.write(wrapOutboundOut(part), promise: taken)
  }

  private func progress() {
    pending -= 1
    lastProgress = .now()
  }

  /// Schedules the check. There is one check at a time and not one for each write, because most
  /// responses are taken at once.
  private func schedule(in time: TimeAmount, _ context: ChannelHandlerContext) {
    check = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: time) {
      self.check = nil
      guard self.pending > 0 else { return }
      let rest: TimeAmount = self.lastProgress + self.limit - .now()
      if rest > .zero { return self.schedule(in: rest, context) }
      context.close(promise: nil)
    }
  }
}
