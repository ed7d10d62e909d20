import Foundation
import IPC
import PluginHost
import StewardProtos
import StewardServices

/// Steward as it is installed, on a data directory of its own.
struct Subject {
  let host: Host
  let organization: String
  private let data: URL

  var orgs: OrgsClient { OrgsClient(host.channel) }
  var workspaces: WorkspacesClient { WorkspacesClient(host.channel) }

  init(dist: URL, data: URL) async throws {
    self.data = data
    host = try await Host.start(
      HostConfiguration(
        dataDirectory: data.path,
        pluginPaths: [dist.appendingPathComponent("libexec/steward/plugins").path]))
    organization = try await OrgsClient(host.channel)
      .create(CreateOrganizationRequest(name: "Bench")).id
  }

  /// Reads one organization: a call, and a point read in the module.
  func read() async throws {
    _ = try await orgs.get(GetOrganizationRequest(id: organization))
  }

  /// Creates one organization, durably.
  func create() async throws {
    _ = try await orgs.create(CreateOrganizationRequest(name: "Bench"))
  }
}

/// Runs `operation` `count` times with `callers` at once; returns how many a second that makes.
func rate(
  of count: Int, callers: Int, _ operation: @escaping @Sendable () async throws -> Void
) async throws -> Double {
  let start = ContinuousClock.now
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<callers {
      group.addTask { for _ in 0..<(count / callers) { try await operation() } }
    }
    try await group.waitForAll()
  }
  return Double(count) / start.duration(to: .now).seconds
}

/// Runs `operation` `count` times, one after the other; returns each one's time in µs, sorted.
func latencies(of count: Int, _ operation: () async throws -> Void) async throws -> [Double] {
  var times: [Double] = []
  for _ in 0..<count {
    let start = ContinuousClock.now
    try await operation()
    times.append(start.duration(to: .now).seconds * 1e6)
  }
  return times.sorted()
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
