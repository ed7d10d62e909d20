import HTTPTypes
import NIOHTTPTypes

/// The progress of the requests of one connection.
struct InFlightRequests: Hashable, Sendable {
  /// The number of requests that began to arrive and whose response has not ended.
  private(set) var unanswered = 0
  /// Whether part of a response has been sent, but not its end.
  private(set) var isAnswering = false

  /// Records that a request begins to arrive.
  mutating func begin() { unanswered += 1 }

  /// Records that part of a response is sent.
  mutating func answer(_ part: HTTPResponsePart) {
    switch part {
    case .head(let head):
      // An informational response, which tells the client to continue, doesn't count.
      if head.status.kind != .informational { isAnswering = true }
    case .body: break
    case .end:
      isAnswering = false
      unanswered -= 1
    }
  }
}
