import AdminProtos
import AdminServices
import Foundation
import PluginHost

/// Measures durable creates of organizations. The floors are pages that are synced one at a time,
/// and commits of LMDB alone.
func measureCreates(in setting: Setting, _ results: inout Results) async throws {
  try await setting.withHost { host in
    let orgs = OrgsClient(host.channel)
    for round in 0..<setting.rounds {
      let page = try Program.floor("commit", setting.data("page").path, 300)[0]
      let change = try measureChange(in: setting.data("change-\(round)"))
      let create: @Sendable () async throws -> Void = {
        _ = try await orgs.create(CreateOrganizationRequest(name: "Bench"))
      }
      let alone = try await rate(of: 300, callers: 1, create)
      let together = try await rate(of: 64 * 50, callers: 64, create)
      results.add("durable creates, 1 caller, by fdatasync", "/s", alone, floor: page)
      results.add("durable creates, 1 caller, by LMDB commits", "/s", alone, floor: change)
      results.add(
        "durable creates, 64 callers, by fdatasync", "/s", together, floor: page,
        target: .atLeast(floors: 15))
      results.add(
        "durable creates, 64 callers, by LMDB commits", "/s", together, floor: change)
      results.add("durable creates, 64 callers, by 1 caller", "/s", together, floor: alone)
    }
  }
}

private func measureChange(in directory: URL) throws -> Double {
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  return try Program.floor("put", directory.path, 300)[0]
}
