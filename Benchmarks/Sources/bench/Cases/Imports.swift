import Foundation
import Timing

/// Measures `steward import` of a store of 10,000 organizations with their workspaces and their
/// history, without a daemon. The master key is the exporter's, so that the export is verified.
func measureImports(in setting: Setting, _ results: inout Results) async throws {
  let count = 10_000
  try await FilledStore.addOrganizations(count, in: try setting.store(), isDurable: false)
  let source = setting.data().path
  let file = setting.scratch.appendingPathComponent("export.jsonl").path
  _ = try Program.run(
    setting.steward, ["export", "-q", file], environment: ["STEWARD_DATA": source])
  // Each organization has a Default Workspace, and there is one event for each of the two.
  let objects = Double(4 * count)
  for round in 0..<setting.rounds {
    let data = setting.data("import-\(round)").path
    let start = ContinuousClock.now
    _ = try Program.run(
      setting.steward, ["import", "-q", file],
      environment: ["STEWARD_DATA": data, "STEWARD_MASTER_KEY_FILE": "\(source)/master.key"])
    results.add(
      "import of 10,000 organizations", "objects/s", objects / start.duration(to: .now).seconds,
      target: .atLeast(20_000))
  }
}
