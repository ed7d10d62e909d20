import Foundation
import Timing

/// Measures `steward apply` of a manifest of 10,000 objects that are all in the desired state,
/// without a daemon.
func measureApplies(in setting: Setting, _ results: inout Results) async throws {
  try FileManager.default.createDirectory(at: setting.scratch, withIntermediateDirectories: true)
  let file = setting.scratch.appendingPathComponent("company.yaml")
  try Data(manifest(organizations: 100, workspaces: 99).utf8).write(to: file)
  let environment = ["STEWARD_DATA": setting.data("apply").path]
  let apply = {
    _ = try Program.run(
      setting.steward, ["apply", "-q", "-f", file.path], environment: environment)
  }
  try apply()
  for _ in 0..<setting.rounds {
    let start = ContinuousClock.now
    try apply()
    results.add(
      "apply of 10,000 unchanged objects", "s", start.duration(to: .now).seconds,
      target: .atMost(2))
  }
}

private func manifest(organizations: Int, workspaces: Int) -> String {
  (0..<organizations).map { organization in
    "- {kind: organization, name: Org \(organization)}\n"
      + (0..<workspaces).map { number in
        "- kind: workspace\n  organization: Org \(organization)\n  name: Workspace \(number)\n"
          + "  tags: {env: prod, number: n\(number)}\n"
      }.joined()
  }.joined()
}
