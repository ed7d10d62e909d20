import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.auth.v1.Sessions` over the admin model.
struct SessionsService: SessionsServiceProtocol {
  let store: AdminStore

  func list(_ request: ListSessionsRequest, context: CallContext) async throws
    -> ListSessionsResponse
  {
    try store.read(context) { access, tx in try Sessions.list(request, by: access, in: tx) }
  }

  func revoke(_ request: RevokeSessionRequest, context: CallContext) async throws -> Session {
    try await store.change(context, request) { access, tx in
      try Sessions.revoke(request.id, by: access, in: &tx)
    }
  }

  func revokeOthers(_ request: RevokeOtherSessionsRequest, context: CallContext) async throws
    -> RevokeSessionsResponse
  {
    try await store.change(context, request) { access, tx in
      try Sessions.revokeOthers(by: access, in: &tx)
    }
  }

  func revokeAll(_ request: RevokeAllSessionsRequest, context: CallContext) async throws
    -> RevokeSessionsResponse
  {
    try await store.change(context, request) { access, tx in
      try Sessions.revokeAll(request, by: access, in: &tx)
    }
  }
}
