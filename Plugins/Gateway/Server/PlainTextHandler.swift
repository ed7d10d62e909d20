import NIOCore
import ProtobufRuntime

/// A handler that tells a client what to do if it uses plain HTTP on a port for TLS. TLS itself
/// would only close the connection.
final class PlainTextHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let body = APIError(
    .invalidRequest,
    "This port speaks HTTPS, but the request is plain HTTP. Use https:// instead."
  ).envelope(nil).description
  private static let response = """
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
      // Only the first bytes tell the two protocols apart.
      return context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }
    let bytes = context.channel.allocator.buffer(string: Self.response)
    context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenComplete { _ in
      context.close(mode: .all, promise: nil)
    }
  }

  /// Returns whether bytes are plain HTTP. A method of HTTP begins with a letter, and a TLS
  /// handshake never does. (RFC 8446, section 5.1)
  private static func isPlain(_ bytes: ByteBuffer) -> Bool {
    guard let first = bytes.readableBytesView.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
  }
}
