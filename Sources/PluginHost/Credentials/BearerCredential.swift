internal import IPC
internal import Status

/// The credential in a call's metadata, as in HTTP: `authorization: Bearer …`
/// (RFC 6750, section 2.1).
enum BearerCredential {
  private static let field = "authorization"
  private static let scheme = "bearer "

  /// Whether a header contains a credential, or something that is meant as one.
  static func isIn(_ header: CallHeader) -> Bool { header.metadata[field] != nil }

  /// Removes the credential from a header and returns it, so that no plugin and no log ever sees
  /// it. Returns `nil` if there is none.
  static func take(from header: inout CallHeader) throws(Status) -> String? {
    guard let value = header.metadata.removeValue(forKey: field) else { return nil }
    guard value.lowercased().hasPrefix(scheme) else { throw .malformedAuthorization }
    let credential = value.dropFirst(scheme.count).drop { $0 == " " }
    guard !credential.isEmpty else { throw .malformedAuthorization }
    return String(credential)
  }
}

extension Status {
  fileprivate static let malformedAuthorization = Status(
    .unauthenticated, reason: "MALFORMED_AUTHORIZATION",
    message: "The metadata \"authorization\" must be \"Bearer\" and a token or an admin key.")
}
