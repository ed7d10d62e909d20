import AdminModel
import AdminProtos
import GoogleProtos
import Store

extension ApiKey {
  init(_ key: KeyDetail) {
    let record = key.record
    self.init(
      id: record.id, type: "api_key", organizationId: record.organizationId,
      workspaceId: record.workspaceId, name: record.name, status: key.status.rawValue,
      kind: record.kindWord, createdAt: record.createdAt,
      updatedAt: record.updatedAt, expiresAt: record.expiresAt, archivedAt: record.archivedAt,
      lastUsedAt: key.lastUsedAt, partialKeyHint: record.hint,
      createdBy: KeyCreator(id: record.createdById, type: record.createdByType),
      userId: record.userId, formerSecretExpiresAt: key.formerSecretExpiresAt,
      etag: key.stored.etag, inDefaultWorkspace: key.isInDefaultWorkspace,
      allowedNetworks: record.allowedNetworks)
  }
}

extension KeyRecord {
  fileprivate var kindWord: String { kind == .registered ? "registered" : "issued" }
}

extension IssuedKey {
  init(_ minted: MintedKey) {
    self.init(key: ApiKey(minted.key), secret: minted.secret.text)
  }
}

extension ListKeysResponse {
  init(_ page: KeyPage) {
    let data = page.items.map(ApiKey.init)
    self.init(data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}

extension VerifyKeyResponse {
  init(_ verdict: KeyVerification) {
    switch verdict {
    case .valid(let record):
      self.init(
        valid: true, id: record.id, organizationId: record.organizationId,
        workspaceId: record.workspaceId, userId: record.userId, expiresAt: record.expiresAt,
        kind: record.kindWord)
    case .invalid(let reason):
      self.init(valid: false, reason: reason.rawValue)
    }
  }
}

extension KeyDraft {
  init(_ request: IssueKeyRequest) {
    self.init(
      workspace: request.workspaceId, organization: request.organizationId, name: request.name,
      expiresAt: request.expiresAt, lifetime: request.lifetime.map(Duration.init),
      user: request.userId, isOwnerless: request.withoutOwner,
      networks: request.allowedNetworks)
  }

  init(_ request: RegisterKeyRequest) {
    self.init(
      workspace: request.workspaceId, organization: request.organizationId, name: request.name,
      expiresAt: request.expiresAt, lifetime: request.lifetime.map(Duration.init),
      user: request.userId, isOwnerless: request.withoutOwner)
  }
}

extension KeyFilter {
  init(_ request: ListKeysRequest) {
    self.init(
      status: request.status, workspace: request.workspaceId, creator: request.createdByUserId,
      user: request.userId)
  }
}

extension Duration {
  init(_ duration: GoogleDuration) {
    self = .seconds(duration.seconds) + .nanoseconds(Int64(duration.nanos))
  }
}
