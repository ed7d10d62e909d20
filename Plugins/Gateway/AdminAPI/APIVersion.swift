import HTTPTypes

/// The versions of the Admin API. They differ in the form of an API key. (ADMIN API, "API
/// versions")
enum APIVersion: String, Sendable, CaseIterable {
  case v2023 = "2023-06-01"
  case v2026 = "2026-10-21"

  /// - Throws: ``APIError`` if the client names no version or an unknown one.
  init(_ headers: HTTPFields) throws(APIError) {
    guard let name = headers[.apiVersion] else {
      throw APIError(.invalidRequest, "anthropic-version: header is required")
    }
    guard let version = APIVersion(rawValue: name) else {
      let known = Self.allCases.map(\.rawValue).joined(separator: " or ")
      throw APIError(
        .invalidRequest, "anthropic-version: \"\(name)\" is not a valid version; send \(known).")
    }
    self = version
  }
}

extension Operation.Parameter {
  /// The header that every request to the Admin API must have.
  static let apiVersion = Operation.Parameter(
    "anthropic-version", .header, .oneOf(APIVersion.allCases.map(\.rawValue)), isRequired: true,
    "The version of the Admin API that the client uses.")
}
