/// What a manifest's keys are hashed and sealed by, and the tokens of its invites.
public struct ManifestSecrets: Sendable {
  let keys: KeySecrets
  let auth: AuthKeys

  /// Creates them from what the host grants for the two purposes.
  public init(keys: KeySecrets, auth: AuthKeys) {
    self.keys = keys
    self.auth = auth
  }
}
