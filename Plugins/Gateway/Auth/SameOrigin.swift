import HTTPTypes
import Hummingbird

/// A check that a page of this site made a request, and not another site with the browser's
/// cookies.
///
/// It follows OWASP's "Cross-Site Request Forgery Prevention": it checks the fetch metadata and the
/// origin, and also requires something that an HTML form can't send. In addition, the cookies are
/// SameSite=Strict.
enum SameOrigin {
  /// - Parameter requiresProof: Whether a request is refused if it doesn't say where it comes from.
  ///   A request without a cookie may also come from a program.
  static func check(_ request: Request, requiresProof: Bool = true) throws(APIError) {
    try checkOrigin(request, requiresProof)
    try checkForm(request)
  }

  private static func checkOrigin(
    _ request: Request, _ requiresProof: Bool
  ) throws(APIError) {
    if let site = request.headers[.secFetchSite] {
      guard site == "same-origin" || site == "none" else { throw .crossSite }
    }
    if let origin = request.headers[.origin] {
      guard let host = request.head.authority, authority(of: origin) == host.lowercased() else {
        throw .crossSite
      }
    }
    let says = request.headers.contains(.secFetchSite) || request.headers.contains(.origin)
    guard says || !requiresProof else { throw .noOrigin }
  }

  /// Checks the content type and the header `steward-request`. A form can send neither of the two,
  /// and a script of another site can't without permission.
  private static func checkForm(_ request: Request) throws(APIError) {
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type == "application/json" || request.headers.contains(.stewardRequest) else {
      throw .formLike
    }
  }

  private static func authority(of origin: String) -> String? {
    for scheme in ["https://", "http://"] where origin.lowercased().hasPrefix(scheme) {
      return origin.dropFirst(scheme.count).lowercased()
    }
    return nil
  }
}

extension HTTPField.Name {
  static let secFetchSite = Self("sec-fetch-site")!
  /// Any value will do, because a page of another site can't send this header.
  static let stewardRequest = Self("steward-request")!
}

extension APIError {
  fileprivate static let crossSite = APIError(
    .permission, "The request comes from a page of another site, which may not use your session.")
  fileprivate static let noOrigin = APIError(
    .permission,
    "A request that uses session cookies must have the header sec-fetch-site or origin. Browsers "
      + "send them. Without a browser, send an access token or an admin key in authorization.")
  fileprivate static let formLike = APIError(
    .permission,
    "A request that uses session cookies must have the content type application/json, or the "
      + "header steward-request.")
}
