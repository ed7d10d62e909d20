import HTTPTypes
import Hummingbird

/// The origin at which clients reach the gateway, such as `https://admin.example.com`. A request
/// that names another host is refused, so that a page with another name can't be directed to the
/// gateway. (DNS rebinding)
struct PublicOrigin: Hashable, Sendable, CustomStringConvertible {
  private static let scheme = "https://"
  private static let defaultPort = ":443"

  /// In lower case, and with the port unless it is the default.
  private let authority: String

  /// Reads `https://HOST` or `https://HOST:PORT`; returns nil for any other text.
  init?(_ text: String) {
    let text = text.lowercased()
    guard text.hasPrefix(Self.scheme) else { return nil }
    let authority = text.dropFirst(Self.scheme.count)
    guard !authority.isEmpty, authority.utf8.allSatisfy(Self.mayBeInAuthority) else { return nil }
    self.authority = Self.normal(authority)
  }

  var description: String { Self.scheme + authority }

  /// Throws unless a request names this host or asks for the gateway's health. The client of a
  /// health check may know the address only.
  func check(_ request: Request) throws(APIError) {
    guard !HealthRoutes.paths.contains(request.uri.path) else { return }
    let named = request.head.authority.map { Self.normal($0.lowercased()) }
    guard named == authority else { throw .otherHost(than: self) }
  }

  private static func normal(_ authority: some StringProtocol) -> String {
    String(authority.hasSuffix(defaultPort) ? authority.dropLast(4) : authority[...])
  }

  private static func mayBeInAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-.:[]".utf8.contains(byte)
    }
  }
}

extension APIError {
  fileprivate static func otherHost(than origin: PublicOrigin) -> APIError {
    APIError(
      .invalidRequest, "The request names another host; send it to \(origin).",
      status: .misdirectedRequest)
  }
}
