import HTTPTypes
import Hummingbird

/// A method and a path that a client can request.
struct Route: Sendable {
  typealias Handler = @Sendable (Request, GatewayContext) async throws -> Response

  let method: HTTPRequest.Method
  /// The pattern, such as `/v1/organizations/users/{user_id}`.
  let path: String
  /// The description of the route for its clients.
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

  /// Returns whether a path matches this route.
  func matches(_ path: some StringProtocol) -> Bool {
    let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    return wanted.count == given.count
      && zip(wanted, given).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
  }
}
