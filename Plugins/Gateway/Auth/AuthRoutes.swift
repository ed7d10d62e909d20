import AdminProtos
import AdminServices
import HTTPTypes
import Hummingbird
import IPC
import PluginKit
import ProtobufRuntime
import Status

/// The routes for the sessions of browsers. A browser keeps its session in cookies, and no response
/// shows a token.
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
        return .uncached(try identity.jsonValue(options: .whole))
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
      // The message doesn't contain the value, because the value may be the password.
      throw APIError(
        .invalidRequest,
        "\(error.path.isEmpty ? "body" : error.path): is invalid. Send the strings email, "
          + "password and label.")
    }
    let tokens = try await AuthClient(host).login(
      login, options: context.anonymousCallOptions)
    return try Self.response(tokens)
  }

  private func refresh(_ request: Request, _ context: GatewayContext) async throws -> Response {
    try SameOrigin.check(request)
    guard let token = request.cookies[SessionCookies.refresh]?.value, !token.isEmpty else {
      throw APIError(.authentication, "The request has no session. Log in.")
    }
    do {
      return try Self.response(
        try await AuthClient(host).refresh(
          RefreshRequest(refreshToken: token),
          options: context.anonymousCallOptions))
    } catch let status as Status where status.code == .unauthenticated {
      var error = APIError(status)
      for field in SessionCookies.cleared { error.headers.append(field) }
      throw error
    }
  }

  /// Ends the session. It also succeeds if there is no session any more, because that is what the
  /// browser wants.
  private func logOut(_ request: Request, _ context: GatewayContext) async throws -> Response {
    try SameOrigin.check(request)
    if let token = request.cookies[SessionCookies.refresh]?.value, !token.isEmpty {
      do {
        _ = try await AuthClient(host).logout(
          LogoutRequest(refreshToken: token),
          options: context.anonymousCallOptions)
      } catch let status as Status where status.code == .unauthenticated {
        // The session has already ended.
      }
    }
    var response = Response.uncached(.object([]))
    SessionCookies.clear(in: &response)
    return response
  }

  /// Creates a response with what a browser may know of its session. The tokens are only in the
  /// cookies, where scripts can't see them.
  private static func response(_ tokens: SessionTokens) throws -> Response {
    var visible = tokens
    visible.accessToken = ""
    visible.refreshToken = ""
    var response = Response.uncached(try visible.jsonValue())
    SessionCookies.set(tokens, in: &response)
    return response
  }
}
