import AdminModel
import AdminProtos

extension VerifyKeyResponse {
  init(_ verdict: KeyVerification) {
    switch verdict {
    case .valid(let key):
      self.init(
        valid: true, id: key.id, organizationId: key.organizationId, workspaceId: key.workspaceId,
        userId: key.userId, expiresAt: key.expiresAt, kind: key.kind)
    case .invalid(let reason):
      self.init(valid: false, reason: reason.rawValue)
    }
  }
}

extension IssuedKey {
  init(_ minted: MintedKey) {
    self.init(key: minted.key, secret: minted.secret.text)
  }
}
