/// The secrets with which a manifest's keys are hashed and sealed, and the tokens of its invites
/// are hashed.
public struct ManifestSecrets: Sendable {
  let keys: KeySecrets
  let auth: AuthKeys

  /// Creates them from the secrets that the host grants for the two purposes.
  public init(keys: KeySecrets, auth: AuthKeys) {
    self.keys = keys
    self.auth = auth
  }
}
