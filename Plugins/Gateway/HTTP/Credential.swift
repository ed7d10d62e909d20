import HTTPTypes

/// A client's proof of its identity: an admin key, or the access token of a session.
struct Credential: Hashable, Sendable {
  /// The place where a credential is found.
  enum Source: Hashable, Sendable {
    case header
    /// A browser sends a cookie automatically, even if another site causes the request. So a cookie
    /// alone permits no change.
    case cookie
  }

  let token: String
  let source: Source

  /// The key in ``metadata``.
  static let field = "authorization"

  /// The form in which the host reads the credential.
  var authorization: String { "Bearer \(token)" }
  /// The metadata that passes the credential to the host.
  var metadata: [String: String] { [Self.field: authorization] }
}

extension Credential {
  /// Finds the credential of a request: in `authorization` or, as older clients send it, in
  /// `x-api-key`.
  ///
  /// - Returns: nil if there is none.
  /// - Throws: ``APIError`` if there are two different credentials, or a malformed one.
  init?(_ headers: HTTPFields) throws(APIError) {
    let key = try Self.single(headers, .xAPIKey)
    let bearer = try Self.single(headers, .authorization).map(Self.bearer)
    if let key, let bearer, key != bearer { throw .twoCredentials }
    guard let token = bearer ?? key else { return nil }
    guard Self.isToken(token) else { throw .malformedCredential }
    self.init(token: token, source: .header)
  }

  /// Creates the credential from a browser's access token; returns nil if the cookie is not a
  /// token.
  init?(cookie: String) {
    guard Self.isToken(cookie) else { return nil }
    self.init(token: cookie, source: .cookie)
  }

  private static func single(
    _ headers: HTTPFields, _ name: HTTPField.Name
  ) throws(APIError) -> String? {
    let values = headers[values: name]
    guard values.count <= 1 else { throw .twoCredentials }
    return values.first
  }

  private static func bearer(_ value: String) throws(APIError) -> String {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .malformedCredential }
    return String(parts[1].drop { $0 == " " })
  }

  /// Returns whether a string is a b64token of RFC 6750, with a length that no credential of
  /// Steward exceeds.
  private static func isToken(_ text: String) -> Bool {
    (1...512).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-._~+/=".utf8.contains(byte)
        }
      }
  }
}

extension HTTPField.Name {
  /// The Admin API's older header for a key.
  static let xAPIKey = Self("x-api-key")!
}

extension APIError {
  fileprivate static let twoCredentials = APIError(
    .authentication,
    "The request has two different credentials. Send one, in authorization or in x-api-key.")
  fileprivate static let malformedCredential = APIError(
    .authentication,
    "authorization: must be \"Bearer\" and an admin key or an access token. Or send x-api-key.")
  /// The error for a request that needs a credential and has none.
  static let noCredential = APIError(
    .authentication,
    "The request has no credential. Send an admin key in authorization (Bearer) or x-api-key.")
}
