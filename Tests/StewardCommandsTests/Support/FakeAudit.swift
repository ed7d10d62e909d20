import GoogleProtos
import HostProtos
import HostServices
import IPC
import StoreProtos
import Synchronization

/// The host's audit log with fixed events.
final class FakeAudit: AuditServiceProtocol {
  let lists = Mutex<[ListAuditRequest]>([])
  let verifications = Mutex<[VerifyAuditRequest]>([])
  private let count: UInt64
  private let verdict: VerifyAuditResponse

  init(events count: UInt64 = 0, verdict: VerifyAuditResponse = VerifyAuditResponse()) {
    (self.count, self.verdict) = (count, verdict)
  }

  func list(
    _ request: ListAuditRequest, context: CallContext
  ) async throws -> ListAuditResponse {
    lists.withLock { $0.append(request) }
    let first = request.afterRevision == 0 ? count : request.afterRevision - 1
    let last = first > 2 ? first - 1 : 1
    let data = stride(from: first, through: last, by: -1).map { Event.numbered($0) }
    return ListAuditResponse(
      data: data, hasMore: last > 1, firstRevision: data.first?.revision ?? 0,
      lastRevision: data.last?.revision ?? 0)
  }

  func verify(
    _ request: VerifyAuditRequest, context: CallContext
  ) async throws -> VerifyAuditResponse {
    verifications.withLock { $0.append(request) }
    return verdict
  }
}

extension Event {
  fileprivate static func numbered(_ revision: UInt64) -> Event {
    Event(
      revision: revision, time: GoogleTimestamp(seconds: 1_767_323_045), actor: "operator/uid:1",
      plugin: "orgs", method: "steward.orgs.v1.Orgs/Create", action: "organization.created",
      resource: "o\(revision)")
  }
}
