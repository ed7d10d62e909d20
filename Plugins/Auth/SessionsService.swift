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
  let store: Store

  func list(_ request: ListSessionsRequest, context: CallContext) async throws
    -> ListSessionsResponse
  {
    let access = try Access(context)
    return try store.read { tx in
      let page = try Sessions.list(
        of: request.userId, limit: request.limit, after: request.afterId,
        before: request.beforeId, includeEnded: request.includeEnded, by: access, in: tx)
      return ListSessionsResponse(page, current: access.principal.session)
    }
  }

  func revoke(_ request: RevokeSessionRequest, context: CallContext) async throws -> Session {
    let access = try Access(context)
    let change = try Change(by: context, plugin: "auth")
    return try await store.once(change, by: access, request: request) { tx, access in
      let record = try Sessions.revoke(request.id, by: access, in: &tx)
      return Session(record, current: access.principal.session)
    }
  }
}
