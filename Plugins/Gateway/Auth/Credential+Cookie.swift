import HTTPTypes
import Hummingbird

extension Credential {
  /// Finds the credential of a request: in its headers or, for browsers, in the cookie of a
  /// session.
  ///
  /// - Throws: ``APIError`` if the credential is malformed, or if another site may have caused the
  ///   browser to make a change with its cookie.
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
