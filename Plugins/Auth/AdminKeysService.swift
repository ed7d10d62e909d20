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
  let store: AdminStore
  let keys: AuthKeys

  func create(_ request: CreateAdminKeyRequest, context: CallContext) async throws
    -> CreatedAdminKey
  {
    try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      let made = try AdminKeys.create(
        named: request.name, of: request.organizationId,
        lifetime: request.lifetime.map(Duration.init), by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: AdminKey(made.stored), secret: made.secret)
    }
  }

  func list(_ request: ListAdminKeysRequest, context: CallContext) async throws
    -> ListAdminKeysResponse
  {
    try store.read(context) { access, tx in
      let page = try AdminKeys.list(
        organization: request.organizationId, limit: request.limit, after: request.afterId,
        before: request.beforeId, includeRevoked: request.includeRevoked, by: access, in: tx)
      return ListAdminKeysResponse(page)
    }
  }

  func rotate(_ request: RotateAdminKeyRequest, context: CallContext) async throws
    -> CreatedAdminKey
  {
    let overlap = request.overlap.map(Duration.init) ?? .zero
    return try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      let rotated = try AdminKeys.rotate(
        request.id, overlap: overlap, ifMatch: request.ifMatch, by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: AdminKey(rotated.stored), secret: rotated.secret)
    }
  }

  func revoke(_ request: RevokeAdminKeyRequest, context: CallContext) async throws -> AdminKey {
    try await store.change(context, request) { access, tx in
      AdminKey(
        try AdminKeys.revoke(request.id, ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }
}

extension Duration {
  fileprivate init(_ duration: GoogleDuration) {
    self = .seconds(duration.seconds) + .nanoseconds(duration.nanos)
  }
}
