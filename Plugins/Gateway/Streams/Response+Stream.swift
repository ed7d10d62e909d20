import HTTPTypes
import Hummingbird
import JSONCalls
import NIOCore
import PluginKit

extension Response {
  /// Creates a response that continues as long as the call does, or until the client leaves.
  ///
  /// The head is sent with the first response of the call, or after a short time. A call that is
  /// refused before that gets an error response like any other. A later failure is reported in the
  /// stream.
  ///
  /// - Parameter parting: What the client is told when the server begins to close its connections;
  ///   nil: the stream just ends.
  /// - Throws: The failure of the call before its first response.
  static func stream(
    _ parts: StreamChunk, as format: StreamFormat, parting: APIError?, to request: Request,
    _ context: GatewayContext
  ) async throws -> Response {
    let first = await parts.next()
    if case .failure(let error) = first { throw error }
    let id = context.requestID
    let body = ResponseBody { writer in
      defer { parts.cancel() }
      try await request.body.consumeWithCancellationOnInboundClose { rest in
        // The rest of the request is not needed, and the iterator says so. Without it, NIO aborts
        // the process when the client leaves before it has sent everything, since Hummingbird then
        // drops the body without an end.
        _ = rest.makeAsyncIterator()
        var part = first
        while let text = Self.text(of: part, format, parting, id) {
          if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
          guard part.goesOn else { break }
          part = await parts.next()
          try Task.checkCancellation()
        }
      }
      try await writer.finish(nil)
    }
    // No further request is read while a response is being sent, so the connection ends with it.
    return Response(
      status: .ok,
      headers: [
        .contentType: format.contentType, .cacheControl: "no-store", .connection: "close",
      ], body: body)
  }

  private static func text(
    of part: StreamChunk.Part, _ format: StreamFormat, _ parting: APIError?, _ id: RequestID
  ) -> String? {
    switch part {
    case .response(let response): format.text(of: response)
    case .heartbeat: format.heartbeat ?? ""
    case .failure(let error): format.text(ofFailure: APIError(describing: error).envelope(id))
    case .drained: parting.map { format.text(ofFailure: $0.envelope(id)) }
    case .end: nil
    }
  }
}

extension StreamChunk.Part {
  /// Whether another part may follow.
  fileprivate var goesOn: Bool {
    switch self {
    case .response, .heartbeat: true
    case .failure, .drained, .end: false
    }
  }
}
