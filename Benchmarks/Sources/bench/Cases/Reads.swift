import AdminModel
import PluginHost
import StewardProtos
import StewardServices
import Timing

/// Reads of workspaces in stores of different sizes: within a module, and by calls of one.
func measureReads(in setting: Setting, _ results: inout Results) async throws {
  let (small, medium, large) = (1000, 100_000, 1_000_000)
  var samples: [Int: FilledStore] = [:]
  for size in [small, medium, large] {
    samples[size] = try await FilledStore(workspaces: size, in: setting.store("\(size)"))
  }
  for _ in 0..<setting.rounds {
    var smallest: Times?
    for size in [small, medium, large] {
      guard let sample = samples[size] else { continue }
      try await setting.withHost("\(size)") { host in
        if size > small {
          try await measureWithin(host, sample.path, size, &results)
        }
        let times = try await Times(host, sample)
        results.add("get, \(size) workspaces, p50", "µs", times.get, floor: smallest?.get)
        results.add(
          "page of 100, \(size) workspaces, p50", "µs", times.page, floor: smallest?.page,
          target: size > small ? .atMost(floors: 1.3) : nil)
        if smallest == nil { smallest = times }
      }
    }
  }
}

/// The medians of reads by calls.
private struct Times {
  let get: Double
  let page: Double

  init(_ host: Host, _ sample: FilledStore) async throws {
    let client = WorkspacesClient(host.channel)
    var random = XorShift()
    get = try await Latencies(of: 1000) {
      _ = try await client.get(GetWorkspaceRequest(id: sample.id(&random)))
    }.p50
    page = try await Latencies(of: 200) {
      _ = try await client.list(
        ListWorkspacesRequest(
          organizationId: sample.organization, limit: 100, afterId: sample.id(&random)))
    }.p50
  }
}

/// Reads within a module, through the wrapper of LMDB and through the model, beside `mdb_get`.
private func measureWithin(
  _ host: Host, _ store: String, _ size: Int, _ results: inout Results
) async throws {
  let count = 200_000
  let floors = try Program.floor("get", store, "workspaces", count)
  let rates = try await host.measure("Reader", Double(count))
  let name = "point read in a module, \(size)"
  results.add(
    "\(name), one view", "/s", rates[0], floor: floors[0], target: .atLeast(floors: 0.8))
  results.add("\(name), a view each", "/s", rates[1], floor: floors[1])
  results.add("\(name), as a record", "/s", rates[2], floor: floors[1])
}
