import AdminProtos
import AdminServices
import GoogleProtos
import PluginHost
import Synchronization
import Timing

/// Measures verifications of issued keys. The floor is empty calls of a plugin that does nothing.
func measureVerifications(in setting: Setting, _ results: inout Results) async throws {
  let filled = try await FilledInstallation(
    organizations: 10, members: 10, keys: 100_000, in: setting.store())
  try await setting.withHost { host in
    let secrets = try await SecretsInTurn(1000, of: filled.organization, on: host)
    let keys = KeysClient(host.channel)
    let verify: @Sendable () async throws -> Void = {
      let verdict = try await keys.verify(VerifyKeyRequest(secret: secrets.next))
      guard verdict.valid else { throw BenchError("a key is \(verdict.reason)") }
    }
    let empty: @Sendable () async throws -> Void = { try await host.say(GoogleBytesValue()) }
    for _ in 0..<setting.rounds {
      let floor = try await Latencies(of: 3000, empty)
      let times = try await Latencies(of: 3000, verify)
      results.add(
        "verification, one in flight, p50", "µs", times.p50, floor: floor.p50,
        target: .atMost(floors: 1.5))
      results.add("verification, one in flight, p99", "µs", times.p99, floor: floor.p99)
      let emptyLoad = try await Load(
        of: 64 * 1500, callers: 64, on: "bench-echo", of: host, empty)
      let load = try await Load(of: 64 * 1500, callers: 64, on: "keys", of: host, verify)
      results.add(
        "verifications, 64 in flight", "/s", load.rate, floor: emptyLoad.rate,
        target: .atLeast(100_000))
      results.add(
        "verifications, 64 in flight, CPU of the host", "µs/call", load.hostTime,
        floor: emptyLoad.hostTime)
      results.add(
        "verifications, 64 in flight, CPU of the plugin", "µs/call", load.pluginTime,
        floor: emptyLoad.pluginTime)
    }
  }
}

/// The secrets of keys that were issued by calls. Callers get them in turn.
private final class SecretsInTurn: Sendable {
  private let secrets: [String]
  private let taken = Atomic(0)

  init(_ count: Int, of organization: String, on host: Host) async throws {
    let keys = KeysClient(host.channel)
    secrets = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<count {
        group.addTask {
          try await keys.issue(
            IssueKeyRequest(organizationId: organization, name: "Verified \(number)")
          ).secret
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  var next: String {
    secrets[taken.wrappingAdd(1, ordering: .relaxed).oldValue % secrets.count]
  }
}
