import AdminProtos
import AdminServices
import Hummingbird
import IPC
import Platform
import PluginKit
import Status

/// The session of the browser that requests a page. It lives as long as the request.
///
/// It is refreshed at most once. Requests that refresh it at the same time don't disturb each
/// other, because a refresh token has the same successor until that is refreshed itself.
struct PageSession: Sendable {
  /// Whether the browser sent a cookie of a session.
  let isPresent: Bool

  private let auth: AuthClient
  private let peer: String
  private var credential: Credential?
  private var refreshToken: Credential?
  private var wasRefreshed = false
  private var change = Change.none

  /// What the browser is told about its cookies.
  private enum Change {
    case none, ended
    case begun(SessionTokens)
  }

  init(_ request: Request, _ context: GatewayContext, host: any IPC.Channel) {
    let access = request.cookies[SessionCookies.access]?.value ?? ""
    let refresh = request.cookies[SessionCookies.refresh]?.value ?? ""
    isPresent = !access.isEmpty || !refresh.isEmpty
    credential = Credential(cookie: access)
    refreshToken = Credential(cookie: refresh)
    auth = AuthClient(host)
    peer = context.peer.description
  }

  /// The options for a call without a credential.
  var anonymousOptions: CallOptions { CallOptions(timeout: GatewayContext.callTimeout, peer: peer) }

  /// Makes a call in the session. If the session's access token is missing or refused, the session
  /// is refreshed and the call is made again.
  ///
  /// - Parameter isRefused: Whether a result says that the call needs another session.
  /// - Returns: nil if the browser has no session, or if the session has ended.
  mutating func call<Result: Sendable>(
    isRefused: (Result) -> Bool = { _ in false }, _ body: (CallOptions) async throws -> Result
  ) async throws -> Result? {
    if credential == nil { try await refresh() }
    while let credential {
      var options = anonymousOptions
      options.metadata = credential.metadata
      do {
        let result = try await body(options)
        guard isRefused(result) else { return result }
      } catch let status as Status where status.isOfSession {}
      guard try await refresh() else { break }
    }
    if isPresent { end() }
    return nil
  }

  mutating func begin(_ tokens: SessionTokens) {
    credential = Credential(cookie: tokens.accessToken)
    refreshToken = Credential(cookie: tokens.refreshToken)
    change = .begun(tokens)
  }

  /// Makes the browser forget the session.
  mutating func end() {
    (credential, refreshToken, change) = (nil, nil, .ended)
  }

  /// Ends the session for good. It also succeeds if the session has already ended.
  mutating func logOut() async throws {
    if let refreshToken {
      do {
        _ = try await auth.logout(
          LogoutRequest(refreshToken: refreshToken.token), options: anonymousOptions)
      } catch let status as Status where status.code == .unauthenticated {
        // The session has already ended.
      }
    }
    end()
  }

  /// Tells the browser what has become of its session.
  func write(to response: inout Response) {
    switch change {
    case .none: break
    case .ended: SessionCookies.clear(in: &response)
    case .begun(let tokens): SessionCookies.set(tokens, in: &response)
    }
  }

  /// Returns whether the session has new tokens.
  @discardableResult
  private mutating func refresh() async throws -> Bool {
    guard !wasRefreshed, let token = refreshToken else { return false }
    wasRefreshed = true
    do {
      begin(
        try await auth.refresh(
          RefreshRequest(refreshToken: token.token), options: anonymousOptions))
      return true
    } catch let status as Status where status.code == .unauthenticated {
      end()
      return false
    }
  }
}

extension StatusReason {
  /// The password is wrong.
  fileprivate static let loginFailed: StatusReason = "LOGIN_FAILED"
}

extension Status {
  /// Whether a call was refused because of its session, and not because of a password.
  fileprivate var isOfSession: Bool {
    code == .unauthenticated && reason != .passwordRequired && reason != .loginFailed
  }
}
