import HTTPTypes
import Hummingbird

/// One thing that a client may ask for.
struct Route: Sendable {
  typealias Handler = @Sendable (Request, GatewayContext) async throws -> Response

  let method: HTTPRequest.Method
  /// As `/v1/organizations/users/{user_id}`.
  let path: String
  /// What is said of it to those who call it.
  let operation: Operation
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, _ operation: Operation,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.operation = operation
    self.handler = handler
  }

  /// Whether a path is one of this route's.
  func matches(_ path: some StringProtocol) -> Bool {
    let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    return wanted.count == given.count
      && zip(wanted, given).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
  }
}
