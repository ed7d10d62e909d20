import AdminProtos
import AdminServices
import IPC
import PluginHost
import Timing

/// Measures everyday requests to a small installation and to a large one, where they should cost
/// the same.
func measureSizes(in setting: Setting, _ results: inout Results) async throws {
  let small = try await FilledInstallation(
    organizations: 10, members: 100, keys: 1000, in: setting.store("small"))
  let large = try await FilledInstallation(
    organizations: 10_000, members: 10_000, keys: 1_000_000, in: setting.store("large"))
  for round in 0..<setting.rounds {
    let floors = try await setting.withHost("small") { host in
      try await requestTimes(on: host, of: small, isFirst: round == 0)
    }
    let times = try await setting.withHost("large") { host in
      try await requestTimes(on: host, of: large, isFirst: round == 0)
    }
    for ((name, time), (_, floor)) in zip(times, floors) {
      results.add(
        "\(name), \(large.organizations) orgs, \(large.keys) keys", "µs", time, floor: floor,
        target: .atMost(floors: 1.3))
    }
  }
}

/// Returns the median time of each request, in µs.
private func requestTimes(
  on host: Host, of filled: FilledInstallation, isFirst: Bool
) async throws -> [(name: String, time: Double)] {
  let auth = AuthClient(host.channel)
  if isFirst { _ = try await auth.claim(Claimant.claim) }
  let tokens = try await auth.login(Claimant.login)
  let bearer = CallOptions(metadata: ["authorization": "Bearer \(tokens.accessToken)"])
  let (orgs, users, keys) = (
    OrgsClient(host.channel), UsersClient(host.channel), KeysClient(host.channel)
  )
  let id = filled.organization
  return [
    ("who am I", try await p50 { try await auth.whoAmI(WhoAmIRequest(), options: bearer) }),
    ("get org, with counts", try await p50 { try await orgs.get(GetOrganizationRequest(id: id)) }),
    ("list orgs", try await p50 { try await orgs.list(ListOrganizationsRequest(limit: 10)) }),
    (
      "list members",
      try await p50 { try await users.list(ListUsersRequest(organizationId: id, limit: 10)) }
    ),
    (
      "list keys",
      try await p50 { try await keys.list(ListKeysRequest(organizationId: id, limit: 10)) }
    ),
    (
      "list active keys",
      try await p50 {
        try await keys.list(ListKeysRequest(organizationId: id, limit: 10, statuses: ["active"]))
      }
    ),
  ]
}

private func p50<Response>(_ request: () async throws -> Response) async throws -> Double {
  try await Latencies(of: 1000) { _ = try await request() }.p50
}
