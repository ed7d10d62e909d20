import AdminProtos
import AdminServices
import HTTPTypes
import Hummingbird
import IPC
import PluginKit
import ProtobufRuntime
import Status

/// Logins of browsers, which keep their session in cookies: no answer has a token in it.
struct AuthRoutes: Sendable {
  let host: any IPC.Channel

  init(host: any IPC.Channel) { self.host = host }

  var all: [Route] {
    [
      Route(.post, "/auth/login", .login, handler: logIn),
      Route(.post, "/auth/refresh", .refresh, handler: refresh),
      Route(.post, "/auth/logout", .logout, handler: logOut),
      Route(.get, "/auth/whoami", .whoami) { [self] request, context in
        _ = try context.requireCredential()
        let identity = try await AuthClient(host).whoAmI(
          WhoAmIRequest(), options: context.callOptions(for: request))
        return .private(try identity.jsonValue(options: .whole))
      },
    ]
  }

  private func logIn(_ request: Request, _ context: GatewayContext) async throws -> Response {
    try SameOrigin.check(request, requiresProof: false)
    let login: LoginRequest
    do {
      login = try LoginRequest(
        json: try await request.jsonBody { Request.smallBody } ?? .object([]))
    } catch let error as ProtobufError {
      // Without the value: it may be the password.
      throw APIError(
        .invalidRequest,
        "\(error.path.isEmpty ? "body" : error.path): must be email, password and label.")
    }
    let tokens = try await AuthClient(host).login(
      login, options: context.anonymousCallOptions)
    return try Self.answer(tokens)
  }

  private func refresh(_ request: Request, _ context: GatewayContext) async throws -> Response {
    try SameOrigin.check(request)
    guard let token = request.cookies[SessionCookies.refresh]?.value, !token.isEmpty else {
      throw APIError(.authentication, "There is no session. Log in.")
    }
    do {
      return try Self.answer(
        try await AuthClient(host).refresh(
          RefreshRequest(refreshToken: token),
          options: context.anonymousCallOptions))
    } catch let status as Status where status.code == .unauthenticated {
      var error = APIError(status)
      for field in SessionCookies.cleared { error.headers.append(field) }
      throw error
    }
  }

  /// Also succeeds when there is no session any more: what the browser wants is that there is none.
  private func logOut(_ request: Request, _ context: GatewayContext) async throws -> Response {
    try SameOrigin.check(request)
    if let token = request.cookies[SessionCookies.refresh]?.value, !token.isEmpty {
      do {
        _ = try await AuthClient(host).logout(
          LogoutRequest(refreshToken: token),
          options: context.anonymousCallOptions)
      } catch let status as Status where status.code == .unauthenticated {
        // It had ended.
      }
    }
    var response = Response.private(.object([]))
    SessionCookies.clear(in: &response)
    return response
  }

  /// What a browser may know of its session, and, where it sees them not, the tokens.
  private static func answer(_ tokens: SessionTokens) throws -> Response {
    var visible = tokens
    visible.accessToken = ""
    visible.refreshToken = ""
    var response = Response.private(try visible.jsonValue())
    SessionCookies.set(tokens, in: &response)
    return response
  }
}

extension Response {
  /// An answer that no cache keeps.
  fileprivate static func `private`(_ json: JSONValue) -> Response {
    var response = Response.json(json)
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
