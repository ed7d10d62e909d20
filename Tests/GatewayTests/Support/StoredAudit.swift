import HostProtos
import HostServices
import IPC
import Status
import Store
import StoreProtos

/// The audit service of a host, over a store. A credential is the name of the organization whose
/// events it may read, or "all".
struct StoredAudit: AuditServiceProtocol {
  let store: Store

  func list(
    _ request: ListAuditRequest, context: CallContext
  ) async throws -> ListAuditResponse {
    var cursor = EventQuery.Cursor.none
    if request.afterRevision > 0 { cursor = .after(request.afterRevision) }
    if request.beforeRevision > 0 { cursor = .before(request.beforeRevision) }
    let page = try store.page(
      of: EventQuery(
        EventFilter(
          actor: request.actor, actions: request.actions,
          organizations: try organizations(request, context)),
        cursor: cursor, from: request.from, to: request.to, limit: Int(request.limit ?? 20)))
    return ListAuditResponse(
      data: page.events, hasMore: page.hasMore, firstRevision: page.events.first?.revision ?? 0,
      lastRevision: page.events.last?.revision ?? 0)
  }

  private func organizations(
    _ request: ListAuditRequest, _ context: CallContext
  ) throws -> Set<String>? {
    let own = context.metadata["authorization"]?.dropFirst("Bearer ".count) ?? ""
    guard own != "all" else {
      return request.organizationId.isEmpty ? nil : [request.organizationId]
    }
    guard ["", String(own)].contains(request.organizationId) else {
      throw StoreError.notFound("organization", request.organizationId)
    }
    return [String(own)]
  }

  func verify(
    _ request: VerifyAuditRequest, context: CallContext
  ) async throws -> VerifyAuditResponse {
    VerifyAuditResponse()
  }
}
