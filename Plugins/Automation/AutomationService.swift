import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.automation.v1.Automation` over the admin model. Each streaming method is in its own
/// file.
struct AutomationService: AutomationServiceProtocol {
  let store: AdminStore
  /// The number of workspaces in use that an organization may have.
  let limit: Int
  /// The secrets with which the keys and invites of a manifest are created.
  let secrets: ManifestSecrets
  /// The seal that authenticates exports.
  let exports: ExportSeal

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
