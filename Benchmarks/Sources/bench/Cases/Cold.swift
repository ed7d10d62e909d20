import Foundation
import Timing

/// Measures `steward orgs list` without a daemon, from the start of the process to its end. The
/// floor is a C program that lists the same 20 records.
func measureCold(in setting: Setting, _ results: inout Results) async throws {
  let store = try setting.store()
  try await FilledStore.addOrganizations(20, in: store)
  for _ in 0..<(setting.rounds * 4) {
    let floor = try milliseconds {
      _ = try Program.run(Program.beside("floor-list"), [store.path, "organizations"])
    }
    let cold = try milliseconds {
      _ = try Program.run(
        setting.steward, ["orgs", "list"], environment: ["STEWARD_DATA": setting.data().path])
    }
    results.add("steward orgs list, no daemon", "ms", cold, floor: floor, target: .atMost(60))
  }
}

private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return start.duration(to: .now).seconds * 1e3
}
