import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import IPCProtos
import PluginKit
import Store

/// `steward.auth.v1.Sessions` over the admin model.
struct SessionsService: SessionsServiceProtocol {
  let store: AdminStore

  func list(_ request: ListSessionsRequest, context: CallContext) async throws
    -> ListSessionsResponse
  {
    try store.read(context) { access, tx in
      let page = try Sessions.list(
        of: request.userId, limit: request.limit, after: request.afterId,
        before: request.beforeId, includeEnded: request.includeEnded, by: access, in: tx)
      return ListSessionsResponse(page, current: access.principal.session)
    }
  }

  func revoke(_ request: RevokeSessionRequest, context: CallContext) async throws -> Session {
    try await store.change(context, request) { access, tx in
      let record = try Sessions.revoke(request.id, by: access, in: &tx)
      return Session(record, current: access.principal.session)
    }
  }
}
