/// A service that the host needs of some plugin. A manifest names it under `provides`.
enum HostContract: String, CaseIterable {
  /// Turns credentials into principals.
  case credentialResolver = "steward.host.v1.CredentialResolver"
  /// Checks the contents of the store.
  case integrityCheck = "steward.host.v1.IntegrityCheck"
}
