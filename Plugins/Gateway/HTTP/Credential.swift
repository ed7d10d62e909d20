import HTTPTypes

/// What a client proves by who it is: an admin key, or the access token of a session.
struct Credential: Hashable, Sendable {
  /// Where it was found.
  enum Source: Hashable, Sendable {
    case header
    /// A browser sends it by itself, also when another site makes it: so it alone permits no change.
    case cookie
  }

  let token: String
  let source: Source

  /// The key of ``metadata``.
  static let field = "authorization"

  /// What the host takes it from.
  var authorization: String { "Bearer \(token)" }
  /// The metadata by which the host learns of it.
  var metadata: [String: String] { [Self.field: authorization] }
}

extension Credential {
  /// Finds the credential of a request: in `authorization` or, as older clients send it, `x-api-key`.
  ///
  /// - Returns: nil if there is none.
  /// - Throws: ``APIError`` when there are two different ones, or one that nobody could have been given.
  init?(_ headers: HTTPFields) throws(APIError) {
    let key = try Self.single(headers, .xAPIKey)
    let bearer = try Self.single(headers, .authorization).map(Self.bearer)
    if let key, let bearer, key != bearer { throw .twoCredentials }
    guard let token = bearer ?? key else { return nil }
    guard Self.isToken(token) else { throw .malformedCredential }
    self.init(token: token, source: .header)
  }

  /// The access token of a browser's session; nil if that is none.
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

  /// RFC 6750, b64token, of a length that no credential of ours exceeds.
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
    "The request carries two credentials that differ. Send one, in authorization or in x-api-key.")
  fileprivate static let malformedCredential = APIError(
    .authentication,
    "authorization: must be \"Bearer\" and an admin key or an access token; or send x-api-key.")
  /// What needs a caller had none.
  static let noCredential = APIError(
    .authentication,
    "The request carries no credential. Send an admin key in authorization (Bearer) or x-api-key.")
}
