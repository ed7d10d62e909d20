import HTTPTypes
import Hummingbird

/// The proof that a page of this very site makes a request, and no other site by the browser's cookies.
///
/// After OWASP's "Cross-Site Request Forgery Prevention": fetch metadata or else the origin, and in addition what an
/// HTML form can't send. Cookies are SameSite=Strict besides.
enum SameOrigin {
  /// - Parameter requiresProof: Whether a request that says nothing of where it comes from is refused. What carries
  ///   no cookie may come from a program as well.
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

  /// Neither can be sent by a form, nor by a script of another site that wasn't allowed to.
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
  /// Any value: what counts is that a page of another site can't send it.
  static let stewardRequest = Self("steward-request")!
}

extension APIError {
  fileprivate static let crossSite = APIError(
    .permission, "The request was made by a page of another site, which may not use your session.")
  fileprivate static let noOrigin = APIError(
    .permission,
    "A request by cookie must say where it comes from (sec-fetch-site or origin, as browsers do). Without a browser, "
      + "send an access token or an admin key in authorization.")
  fileprivate static let formLike = APIError(
    .permission,
    "A request by cookie must have the content type application/json, or the header steward-request."
  )
}
