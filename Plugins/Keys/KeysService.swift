import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.keys.v1.Keys` over the admin model.
struct KeysService: KeysServiceProtocol {
  let store: AdminStore
  let secrets: KeySecrets
  let uses: KeyUses

  func issue(_ request: IssueKeyRequest, context: CallContext) async throws -> IssuedKey {
    try await store.change(context, request, sealing: secrets.replies) { access, tx in
      IssuedKey(try Keys.issue(KeyDraft(request), with: secrets, by: access, in: &tx))
    }
  }

  func register(_ request: RegisterKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request) { access, tx in
      ApiKey(
        try Keys.register(
          KeyDraft(request), id: request.id, value: request.value, hint: request.partialKeyHint,
          with: secrets, by: access, in: &tx))
    }
  }

  func get(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
    try store.read(context, in: request.organizationId) { access, tx in
      ApiKey(try Keys.get(request.id, by: access, in: tx))
    }
  }

  func list(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse {
    try store.read(context) { access, tx in
      ListKeysResponse(
        try Keys.list(
          organization: request.organizationId, KeyFilter(request), limit: request.limit,
          after: request.afterId, before: request.beforeId, by: access, in: tx))
    }
  }

  func update(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      ApiKey(
        try Keys.update(
          request.id, name: request.name, status: request.status,
          networks: request.allowedNetworks?.ranges, ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  func link(_ request: LinkKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request) { access, tx in
      ApiKey(
        try Keys.link(
          request.id, to: request.userId, ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  func rotate(_ request: RotateKeyRequest, context: CallContext) async throws -> IssuedKey {
    let overlap = request.overlap.map(Duration.init) ?? .zero
    return try await store.change(context, request, sealing: secrets.replies) { access, tx in
      IssuedKey(
        try Keys.rotate(
          request.id, overlap: overlap, ifMatch: request.ifMatch, with: secrets, by: access,
          in: &tx))
    }
  }

  func revoke(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request) { access, tx in
      ApiKey(try Keys.revoke(request.id, ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  func verify(_ request: VerifyKeyRequest, context: CallContext) async throws -> VerifyKeyResponse {
    let place = request.clientAddress.isEmpty ? context.peer : request.clientAddress
    let (verdict, time) = try store.read(context) { access, tx in
      let verdict = try Keys.verify(
        request.secret, at: place, organization: request.organizationId, with: secrets,
        by: access, in: tx)
      return (verdict, tx.now)
    }
    if case .valid(let record) = verdict { uses.note(record.id, at: time) }
    return VerifyKeyResponse(verdict)
  }

  /// Returns the value of a registered key. Each call is a write of its own and never returns a
  /// recorded outcome, so that each call is an event.
  func reveal(_ request: RevealKeyRequest, context: CallContext) async throws -> RevealKeyResponse {
    let access = try Access(context)
    return try await store.write(context) { tx in
      RevealKeyResponse(
        id: request.id, value: try Keys.reveal(request.id, with: secrets, by: access, in: &tx))
    }
  }
}
