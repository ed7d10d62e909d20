import AdminKit
import AdminModel
import AdminProtos
import AdminServices
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
      let made = try AdminKeys.create(request, by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: made.key, secret: made.secret)
    }
  }

  func list(_ request: ListAdminKeysRequest, context: CallContext) async throws
    -> ListAdminKeysResponse
  {
    try store.read(context) { access, tx in try AdminKeys.list(request, by: access, in: tx) }
  }

  func rotate(_ request: RotateAdminKeyRequest, context: CallContext) async throws
    -> CreatedAdminKey
  {
    try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      let rotated = try AdminKeys.rotate(request, by: access, keys: keys, in: &tx)
      return CreatedAdminKey(key: rotated.key, secret: rotated.secret)
    }
  }

  func revoke(_ request: RevokeAdminKeyRequest, context: CallContext) async throws -> AdminKey {
    try await store.change(context, request) { access, tx in
      try AdminKeys.revoke(request.id, ifMatch: request.ifMatch, by: access, in: &tx)
    }
  }
}
