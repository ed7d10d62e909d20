import HTTPTypes
import Hummingbird
import NIOCore
import WebProtos

extension Response {
  private static let pageStatuses: Set<UInt32> = [
    200, 303, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503,
  ]
  private static let pageType = "text/html"
  private static let assetTypes: Set<String> = ["text/css", "text/javascript", "image/svg+xml"]
  private static let downloadTypes: Set<String> = ["text/csv", "application/x-ndjson"]
  private static let seeOtherStatus: UInt32 = 303

  /// Creates the HTTP response from a plugin's page.
  ///
  /// - Throws: ``PageFault`` if the page breaks a rule of the contract.
  init(_ page: PageResponse) throws(PageFault) {
    guard Self.pageStatuses.contains(page.status) else {
      throw .badPage("status \(page.status)")
    }
    self = try page.status == Self.seeOtherStatus ? .redirect(page) : .content(page)
    guard let settings = page.settings else { return }
    guard SettingsCookie.isValid(settings) else { throw .badPage("settings") }
    SettingsCookie.set(settings, in: &self)
  }

  /// Creates a response that sends the browser to a page.
  static func seeOther(_ target: String) -> Response {
    Response(status: .seeOther, headers: [.location: target, .cacheControl: "no-store"])
  }

  private static func redirect(_ page: PageResponse) throws(PageFault) -> Response {
    guard PagePath.isTarget(page.location) else { throw .badPage("location") }
    return .seeOther(page.location)
  }

  private static func content(_ page: PageResponse) throws(PageFault) -> Response {
    let isAsset = assetTypes.contains(page.contentType)
    guard isAsset || page.contentType == pageType || downloadTypes.contains(page.contentType) else {
      throw .badPage("content type")
    }
    guard page.location.isEmpty else { throw .badPage("location without status 303") }
    var headers: HTTPFields = [
      .contentType: page.contentType.hasPrefix("text/")
        ? page.contentType + "; charset=utf-8" : page.contentType
    ]
    if page.contentType == pageType, page.status == 200 { PagePrefetching.announce(in: &headers) }
    // What a person sees is never kept, not even if a plugin says so by mistake.
    guard isAsset || !page.isImmutable else { throw .badPage("is_immutable") }
    if page.isImmutable, page.status == 200 {
      headers[.cacheControl] = "public, max-age=31536000, immutable"
    }
    if !page.downloadName.isEmpty {
      headers[.contentDisposition] = disposition(of: page.downloadName)
    }
    return Response(
      status: .init(code: Int(page.status)), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.body)))
  }

  /// Returns the header that makes a browser save a body. The name can hold no path and no other
  /// parameter. (RFC 6266, appendix D)
  private static func disposition(of name: String) -> String {
    let name = String(name.unicodeScalars.prefix(100).map { Self.isSafe($0) ? Character($0) : "_" })
    let ascii = String(name.map { $0.isASCII ? $0 : "_" })
    let whole = name == ascii ? "" : "; filename*=UTF-8''\(PercentEncoding.encode(name))"
    return "attachment; filename=\"\(ascii)\"\(whole)"
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || scalar.isASCII && "-._".unicodeScalars.contains(scalar)
  }
}
