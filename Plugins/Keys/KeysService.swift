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
      IssuedKey(try Keys.issue(request, with: secrets, by: access, in: &tx))
    }
  }

  func register(_ request: RegisterKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request) { access, tx in
      try Keys.register(request, with: secrets, by: access, in: &tx)
    }
  }

  func get(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
    try store.read(context, in: request.organizationId) { access, tx in
      try Keys.get(request.id, by: access, in: tx)
    }
  }

  func list(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse {
    try store.read(context) { access, tx in try Keys.list(request, by: access, in: tx) }
  }

  func summary(_ request: KeySummaryRequest, context: CallContext) async throws -> KeySummary {
    try store.read(context) { access, tx in try Keys.summary(request, by: access, in: tx) }
  }

  func usage(_ request: KeyUsageRequest, context: CallContext) async throws -> KeyUsage {
    // The response then has every verification that has ended.
    await uses.flush()
    return try store.read(context, in: request.organizationId) { access, tx in
      try Keys.usage(request, by: access, in: tx)
    }
  }

  func update(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      try Keys.update(request, by: access, in: &tx)
    }
  }

  func link(_ request: LinkKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request) { access, tx in
      try Keys.link(request, by: access, in: &tx)
    }
  }

  func rotate(_ request: RotateKeyRequest, context: CallContext) async throws -> IssuedKey {
    try await store.change(context, request, sealing: secrets.replies) { access, tx in
      IssuedKey(try Keys.rotate(request, with: secrets, by: access, in: &tx))
    }
  }

  func revoke(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      try Keys.revoke(request.id, ifMatch: request.ifMatch, by: access, in: &tx)
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
    if case .valid(let key) = verdict { uses.note(key.id, at: time) }
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
