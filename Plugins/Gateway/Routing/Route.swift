import HTTPTypes
import Hummingbird

/// A method and a path that a client can request.
struct Route: Sendable {
  typealias Handler = @Sendable (Request, GatewayContext) async throws -> Response

  let method: HTTPRequest.Method
  /// The pattern, such as `/v1/organizations/users/{user_id}`. A last segment `**` stands for any
  /// segments, at least one.
  let path: String
  /// The name of the route in metrics. Routes with the same name are counted together.
  let label: String
  /// The description of the route for its clients.
  let operation: Operation
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, _ operation: Operation, label: String? = nil,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.label = label ?? path
    self.operation = operation
    self.handler = handler
  }

  /// Returns whether a path matches this route.
  func matches(_ path: some StringProtocol) -> Bool {
    let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    let isOpen = wanted.last == "**" && given.count >= wanted.count
    return (isOpen || wanted.count == given.count)
      && zip(wanted, given).allSatisfy { wanted, given in
        wanted == "**" || (wanted.hasPrefix("{") ? !given.isEmpty : wanted == given)
      }
  }
}
