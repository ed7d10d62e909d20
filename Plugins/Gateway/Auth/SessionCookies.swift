import AdminProtos
import GoogleProtos
import HTTPTypes
import Hummingbird
import Platform

/// The cookies that hold a browser's session. No script can see them, and they are not sent to
/// another site, to another host, or over a plain connection.
///
/// With the prefix `__Host-`, the browser refuses them unless they are Secure, for all paths, and
/// for exactly this host. (RFC 6265bis)
enum SessionCookies {
  static let access = "__Host-steward-access"
  static let refresh = "__Host-steward-refresh"

  /// Tells the browser to keep a session's tokens, each until it expires.
  static func set(_ tokens: SessionTokens, in response: inout Response) {
    let now = WallClock.seconds
    response.setCookie(
      cookie(access, tokens.accessToken, maxAge: tokens.accessExpiresAt?.seconds(from: now)))
    response.setCookie(
      cookie(refresh, tokens.refreshToken, maxAge: tokens.refreshExpiresAt?.seconds(from: now)))
  }

  /// Tells the browser to forget a session.
  static func clear(in response: inout Response) {
    for field in cleared { response.headers.append(field) }
  }

  /// The header fields that make the browser forget the session.
  static var cleared: [HTTPField] {
    [access, refresh].map {
      HTTPField(name: .setCookie, value: cookie($0, "", maxAge: 0).description)
    }
  }

  private static func cookie(_ name: String, _ value: String, maxAge: Int?) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: maxAge ?? 0, path: "/", secure: true, httpOnly: true,
      sameSite: .strict)
  }
}

extension GoogleTimestamp {
  /// Returns the number of seconds from `now` until this time; 0 if it has passed.
  fileprivate func seconds(from now: Int64) -> Int { Int(max(0, seconds - now)) }
}
