import AdminKit
import AdminModel
import HostProtos
import HostServices
import IPC
import Store

/// `steward.host.v1.IntegrityCheck` over the admin model, for the host.
struct IntegrityCheckService: IntegrityCheckServiceProtocol {
  let store: AdminStore

  func check(_ request: CheckRequest, context: CallContext) async throws -> CheckResponse {
    try await check(by: try Access(context))
  }

  /// Reads the whole store, which takes long. So it runs off the caller's actor.
  @concurrent private func check(by access: Access) async throws -> CheckResponse {
    let result = try store.base.snapshot().read { tx in try Checks.run(by: access, in: tx) }
    return CheckResponse(
      findings: result.findings.map {
        CheckFinding(
          check: $0.check, message: $0.message, remedy: $0.remedy, isWarning: $0.isWarning)
      }, records: UInt64(result.records))
  }
}
