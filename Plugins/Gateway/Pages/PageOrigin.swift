import HTTPTypes
import Hummingbird
import Platform

/// The origin at which browsers reach the pages, and what follows from it.
struct PageOrigin: Hashable, Sendable {
  /// nil: the host that a request names.
  let publicOrigin: PublicOrigin?
  /// Whether the gateway itself speaks TLS.
  let hasTLS: Bool

  /// Whether browsers certainly use HTTPS.
  var isSecure: Bool { hasTLS || publicOrigin != nil }

  /// Returns the origin for a request, such as `https://admin.example.com`.
  func text(for request: Request) -> String {
    publicOrigin?.description
      ?? "\(hasTLS ? "https" : "http")://\(request.head.authority?.lowercased() ?? "")"
  }

  /// Throws unless a page of this origin sent a form.
  ///
  /// Browsers say so in `sec-fetch-site`. Browsers that are too old to send it, or that use plain
  /// HTTP, send `origin`. Without TLS here, a proxy may speak HTTPS with the browser.
  func checkForm(_ request: Request) throws(PageFault) {
    if let site = request.headers[.secFetchSite] {
      guard site == "same-origin" else { throw .forged }
      return
    }
    guard let origin = request.headers[.origin] else { throw .forged }
    let own = text(for: request)
    var owns = [own]
    if !isSecure { owns.append("https" + own.dropFirst("http".count)) }
    guard owns.contains(PublicOrigin(origin)?.description ?? origin.lowercased()) else {
      throw .forged
    }
  }

  /// Returns whether the browser can't keep a session. It keeps the cookies only over HTTPS or from
  /// its own machine, and only there it sends fetch metadata.
  func isInsecure(_ request: Request) -> Bool {
    let metadata: [HTTPField.Name] = [.secFetchSite, .secFetchMode, .secFetchDest]
    return !isSecure && !metadata.contains { request.headers.contains($0) }
      && !Self.isLoopback(request.head.authority ?? "")
  }

  private static func isLoopback(_ authority: String) -> Bool {
    let authority = authority.lowercased()
    if authority.hasPrefix("[") { return authority.prefix { $0 != "]" } == "[::1" }
    let host = authority.prefix { $0 != ":" }
    return host == "localhost" || host.hasSuffix(".localhost")
      || host.hasPrefix("127.") && IPAddress(host) != nil
  }
}

extension HTTPField.Name {
  fileprivate static let secFetchMode = Self("sec-fetch-mode")!
  fileprivate static let secFetchDest = Self("sec-fetch-dest")!
}
