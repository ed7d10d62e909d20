import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import PluginKit
import Store

/// `steward.auth.v1.AdminKeys` over the admin model.
struct AdminKeysService: AdminKeysServiceProtocol {
  let store: Store
  let keys: AuthKeys

  func create(_ request: CreateAdminKeyRequest, context: CallContext) async throws
    -> CreatedAdminKey
  {
    let (access, keys) = (try Access(context), keys)
    return try await store.once(
      change(context), by: access, request: request, sealing: keys.outcomes
    ) { tx, access in
      let made = try AdminKeys.create(
        named: request.name, of: request.organizationId,
        lifetime: request.lifetime.map(Duration.init), by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: AdminKey(made.stored), secret: made.secret)
    }
  }

  func list(_ request: ListAdminKeysRequest, context: CallContext) async throws
    -> ListAdminKeysResponse
  {
    let access = try Access(context)
    return try store.read { tx in
      let page = try AdminKeys.list(
        organization: request.organizationId, limit: request.limit, after: request.afterId,
        before: request.beforeId, includeRevoked: request.includeRevoked, by: access, in: tx)
      return ListAdminKeysResponse(page)
    }
  }

  func rotate(_ request: RotateAdminKeyRequest, context: CallContext) async throws
    -> CreatedAdminKey
  {
    let (access, keys) = (try Access(context), keys)
    let overlap = request.overlap.map(Duration.init) ?? .zero
    return try await store.once(
      change(context), by: access, request: request, sealing: keys.outcomes
    ) { tx, access in
      let rotated = try AdminKeys.rotate(
        request.id, overlap: overlap, ifMatch: request.ifMatch, by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: AdminKey(rotated.stored), secret: rotated.secret)
    }
  }

  func revoke(_ request: RevokeAdminKeyRequest, context: CallContext) async throws -> AdminKey {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      AdminKey(
        try AdminKeys.revoke(request.id, ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  private func change(_ context: CallContext) throws -> Change {
    try Change(by: context, plugin: "auth")
  }
}

extension Duration {
  fileprivate init(_ duration: GoogleDuration) {
    self = .seconds(duration.seconds) + .nanoseconds(duration.nanos)
  }
}
