import Testing

@testable import GatewayPlugin

extension HostedGateway {
  /// Requests a page as a browser does that comes from another page of the gateway.
  ///
  /// - Parameter cookies: The session's cookies, without their common prefix: `access=access-1`.
  func page(
    _ path: String, cookies: [String] = [], _ headers: [String: String] = [:]
  ) async throws -> RawResponse {
    try await send("GET", path, Self.headers(cookies, headers))
  }

  /// Sends a form as a browser does from a page of the gateway.
  func post(
    _ path: String, _ form: String, cookies: [String] = [], _ headers: [String: String] = [:]
  ) async throws -> RawResponse {
    let type = ["content-type": "application/x-www-form-urlencoded"]
    return try await send(
      "POST", path, Self.headers(cookies, type.merging(headers) { $1 }), body: form)
  }

  private static func headers(
    _ cookies: [String], _ headers: [String: String]
  ) -> [String: String] {
    var all = ["sec-fetch-site": "same-origin", "accept": "text/html"]
    if !cookies.isEmpty {
      all["cookie"] = cookies.map { "__Host-steward-\($0)" }.joined(separator: "; ")
    }
    return all.merging(headers) { $1 }
  }
}

extension RawResponse {
  /// Whether the response makes the browser forget both cookies of the session.
  var clearsSession: Bool {
    let cookies = headers("set-cookie")
    return ["access", "refresh"].allSatisfy { name in
      cookies.contains { $0.hasPrefix("__Host-steward-\(name)=;") && $0.contains("Max-Age=0") }
    }
  }

  /// The response without the header that may hold tokens.
  var withoutCookies: String {
    description.split(separator: "\r\n", omittingEmptySubsequences: false)
      .filter { !$0.lowercased().hasPrefix("set-cookie:") }.joined(separator: "\r\n")
  }

  /// Expects that no token is anywhere but in cookies.
  func expectNoToken(_ location: SourceLocation = #_sourceLocation) {
    for secret in ["access-1", "access-2", "refresh-1", "refresh-2", "secret-1"] {
      #expect(!withoutCookies.contains(secret), "\(secret)", sourceLocation: location)
    }
  }
}
