import NIOCore

/// Tells a client that speaks plain HTTP to a port for TLS what to do, where TLS itself would only
/// hang up.
final class PlainTextAnswer: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let body =
    #"{"type":"error","error":{"type":"invalid_request_error","message":"#
    + #""This port speaks HTTPS, and the request came as plain HTTP. Use https:// instead."}}"#
  private static let answer = """
    HTTP/1.1 400 Bad Request\r
    Content-Type: application/json\r
    Content-Length: \(body.utf8.count)\r
    Connection: close\r
    \r
    \(body)
    """

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard Self.isPlain(unwrapInboundIn(data)) else {
      context.fireChannelRead(data)
      // Only the first bytes tell.
      return context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }
    let bytes = context.channel.allocator.buffer(string: Self.answer)
    context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenComplete { _ in
      context.close(mode: .all, promise: nil)
    }
  }

  /// A method of HTTP begins with a letter, a handshake of TLS never does. (RFC 8446, section 5.1)
  private static func isPlain(_ bytes: ByteBuffer) -> Bool {
    guard let first = bytes.readableBytesView.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
  }
}
