import HTTPTypes
import Hummingbird

extension Credential {
  /// Finds the credential of a request: in its headers or, for browsers, in the cookie of a
  /// session. For a page it is in the cookie only.
  ///
  /// - Throws: ``APIError`` if the credential is malformed, or if another site may have caused the
  ///   browser to make a change with its cookie.
  init?(_ request: Request) throws(APIError) {
    let isPage = PagePath.contains(request.uri.path)
    if !isPage, let credential = try Credential(request.headers) {
      self = credential
      return
    }
    guard let cookie = request.cookies[SessionCookies.access]?.value,
      let credential = Credential(cookie: cookie)
    else { return nil }
    // The forms of pages have a check of their own, PageOrigin, because they aren't JSON.
    let mayChange = ![.get, .head, .options].contains(request.method)
    if mayChange, !isPage { try SameOrigin.check(request) }
    self = credential
  }
}
