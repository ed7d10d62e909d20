internal import IPC
internal import StewardProtos
internal import StewardServices

/// Asks the module that knows what is in the store to count everything anew.
struct CountsCheck: Sendable {
  private static let service = "steward.automation.v1.Automation"

  let router: Router

  /// Nothing where there is no such module: then nobody knows what is in the store.
  func findings() async -> [Finding] {
    guard router.services.contains(Self.service) else { return [] }
    let channel = InProcessChannel(router.dispatcher(for: HostCaller()))
    do {
      let response = try await AutomationClient(channel).check(CheckRequest())
      guard response.findings.isEmpty else { return response.findings.map(Self.finding) }
      return [
        .ok("store.counts", "All counts and references of \(response.records) records are right.")
      ]
    } catch {
      return [.failure("store.counts", error)]
    }
  }

  private static func finding(_ found: CheckFinding) -> Finding {
    .error("store.\(found.check)", found.message, found.remedy)
  }
}
