import HTTPTypes
import Hummingbird

extension Credential {
  /// Finds the credential of a request: in its headers or, for browsers, in the cookie of a session.
  ///
  /// - Throws: ``APIError`` when there is one that nobody could have been given, or when another site may have had the
  ///   browser make a change by its cookie.
  init?(_ request: Request) throws(APIError) {
    if let credential = try Credential(request.headers) {
      self = credential
      return
    }
    guard let cookie = request.cookies[SessionCookies.access]?.value,
      let credential = Credential(cookie: cookie)
    else { return nil }
    if ![.get, .head, .options].contains(request.method) { try SameOrigin.check(request) }
    self = credential
  }
}
