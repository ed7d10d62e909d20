import HTTPTypes
import NIOHTTPTypes

/// How far the requests of one connection have been answered.
struct InFlightRequests: Hashable, Sendable {
  /// Requests that began to arrive, and of which the answer has not ended.
  private(set) var unanswered = 0
  /// Whether some of an answer has left, and not its end.
  private(set) var isAnswering = false

  /// A request begins to arrive.
  mutating func begin() { unanswered += 1 }

  /// Some of an answer leaves.
  mutating func answer(_ part: HTTPResponsePart) {
    switch part {
    case .head(let head):
      // What only tells a client to go on is no answer.
      if head.status.kind != .informational { isAnswering = true }
    case .body: break
    case .end:
      isAnswering = false
      unanswered -= 1
    }
  }
}
