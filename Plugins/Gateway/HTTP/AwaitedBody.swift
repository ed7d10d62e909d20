import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// A body that the client sends after it is told to continue. The first read of the body tells it
/// so. If the response is known before, it is sent instead. (RFC 9110, section 10.1.1)
struct AwaitedBody: AsyncSequence, Sendable {
  private let body: RequestBody
  private let connection: any Channel

  struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var chunks: RequestBody.AsyncIterator
    /// Nil after the client has been told.
    fileprivate var waiting: (any Channel)?

    mutating func next() async throws -> ByteBuffer? {
      if let connection = waiting {
        waiting = nil
        try await connection.writeAndFlush(
          HTTPResponsePart.head(HTTPResponse(status: .continue))
        ).get()
      }
      return try await chunks.next()
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(chunks: body.makeAsyncIterator(), waiting: connection)
  }

  /// Returns the request with such a body if its client waits to be told.
  static func awaiting(_ request: Request, on connection: any Channel) -> Request {
    guard request.head.isAwaiting else { return request }
    var request = request
    request.body = RequestBody(
      asyncSequence: AwaitedBody(body: request.body, connection: connection))
    return request
  }
}

extension HTTPRequest {
  /// Whether the client waits until it is told to send the body.
  var isAwaiting: Bool { headerFields[.expect]?.lowercased() == "100-continue" }
}
