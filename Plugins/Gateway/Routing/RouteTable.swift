import HTTPTypes
import Hummingbird

/// Everything that a client can request, and the errors for everything else.
struct RouteTable: Sendable {
  let routes: [Route]
  let metrics: Metrics

  init(routes: [Route], metrics: Metrics = Metrics()) {
    (self.routes, self.metrics) = (routes, metrics)
  }

  /// Creates the responder that finds the route of a request.
  func responder() -> some HTTPResponder<GatewayContext> {
    let router = Router(context: GatewayContext.self)
    router.add(middleware: Unrouted(table: self))
    for route in routes {
      let metrics = metrics.register(route)
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await metrics.measure(request) { try await route.handler(request, context) }
      }
    }
    return router.buildResponder()
  }

  /// Returns the error that says why there is no route for a request.
  func refusal(of method: HTTPRequest.Method, _ path: String) -> APIError {
    var allowed = Set(routes.filter { $0.matches(path) }.map(\.method))
    guard !allowed.isEmpty else {
      return APIError(.notFound, "There is nothing at \(path).")
    }
    if allowed.contains(.get) { allowed.insert(.head) }
    let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
    var error = APIError(
      .invalidRequest, "\(path) takes \(names), not \(method.rawValue).", status: .methodNotAllowed)
    error.headers[.allow] = names
    return error
  }
}

/// A middleware that reports why there is no route for a request.
private struct Unrouted: RouterMiddleware {
  let table: RouteTable

  func handle(
    _ request: Request, context: GatewayContext,
    next: (Request, GatewayContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is HTTPError {
      return try await table.metrics.unrouted.measure(request) {
        throw table.refusal(of: request.method, request.uri.path)
      }
    }
  }
}
