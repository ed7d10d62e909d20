import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.automation.v1.Automation` over the admin model; each method is in a file of its own.
struct AutomationService: AutomationServiceProtocol {
  let store: Store
  /// How many workspaces an organization may have in use.
  let limit: Int
  /// What a manifest's keys and invites are made with.
  let secrets: ManifestSecrets
  /// What authenticates exports.
  let exports: ExportSeal

  func check(_ request: CheckRequest, context: CallContext) async throws -> CheckResponse {
    try await check(by: try Access(context))
  }

  /// Reads everything, which takes its time.
  @concurrent private func check(by access: Access) async throws -> CheckResponse {
    let result = try store.snapshot().read { tx in try Checks.run(by: access, in: tx) }
    return CheckResponse(
      findings: result.findings.map {
        CheckFinding(
          check: $0.check, message: $0.message, remedy: $0.remedy, isWarning: $0.isWarning)
      }, records: UInt64(result.records))
  }

  func change(_ context: CallContext) throws -> Change {
    try Change(by: context, plugin: "automation")
  }
}
