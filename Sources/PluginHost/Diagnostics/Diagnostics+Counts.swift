internal import HostProtos
internal import HostServices
internal import IPC

extension Diagnostics {
  /// Asks the plugin that knows the contents of the store to count everything again. Returns no
  /// findings if there is no such plugin, because then nothing knows the contents of the store.
  func countFindings() async -> [Finding] {
    guard router.services.contains(HostContract.integrityCheck.rawValue) else { return [] }
    let channel = InProcessChannel(router.handler(for: HostCaller()))
    do {
      let response = try await IntegrityCheckClient(channel).check(CheckRequest())
      let found = response.findings.map(Self.finding)
      guard found.allSatisfy({ $0.severity == "warning" }) else { return found }
      let counts = "All counts and references of \(response.records) records are correct."
      return [.ok("store.counts", counts)] + found
    } catch {
      return [.failure("store.counts", error)]
    }
  }

  private static func finding(_ found: CheckFinding) -> Finding {
    found.isWarning
      ? .warning("store.\(found.check)", found.message, found.remedy)
      : .error("store.\(found.check)", found.message, found.remedy)
  }
}
