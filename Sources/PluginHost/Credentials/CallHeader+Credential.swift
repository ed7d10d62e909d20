internal import IPC
internal import Status

// The credential in a call's metadata, as in HTTP: `authorization: Bearer …`
// (RFC 6750, section 2.1).
extension CallHeader {
  private static let credentialField = "authorization"
  private static let credentialScheme = "bearer "

  /// Whether the header contains a credential, or something that is meant as one.
  var hasCredential: Bool { metadata[Self.credentialField] != nil }

  /// Removes the credential from the header and returns it, so that no plugin and no log ever sees
  /// it. Returns `nil` if there is none.
  mutating func takeCredential() throws(Status) -> String? {
    guard let value = metadata.removeValue(forKey: Self.credentialField) else { return nil }
    guard value.lowercased().hasPrefix(Self.credentialScheme) else {
      throw .malformedAuthorization
    }
    let credential = value.dropFirst(Self.credentialScheme.count).drop { $0 == " " }
    guard !credential.isEmpty else { throw .malformedAuthorization }
    return String(credential)
  }
}

extension Status {
  fileprivate static let malformedAuthorization = Status(
    .unauthenticated, reason: "MALFORMED_AUTHORIZATION",
    message: "The metadata \"authorization\" must be \"Bearer\" and a token or an admin key.")
}
