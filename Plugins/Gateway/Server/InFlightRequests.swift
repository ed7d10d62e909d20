import HTTPTypes
import NIOHTTPTypes

/// The progress of the requests of one connection.
struct InFlightRequests: Hashable, Sendable {
  /// The number of requests that began to arrive and whose response has not ended.
  private(set) var pending = 0
  /// Whether part of a response has been sent, but not its end.
  private(set) var isResponding = false

  /// Records that a request begins to arrive.
  mutating func begin() { pending += 1 }

  /// Records that part of a response is sent.
  mutating func respond(with part: HTTPResponsePart) {
    switch part {
    case .head(let head):
      // An informational response, which tells the client to continue, doesn't count.
      if head.status.kind != .informational { isResponding = true }
    case .body: break
    case .end:
      isResponding = false
      pending -= 1
    }
  }
}
