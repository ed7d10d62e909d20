import AdminModel
import AdminProtos
import AdminServices
import PluginHost
import Timing

/// Measures reads of workspaces in stores of different sizes: within a plugin, and by calls to one.
func measureReads(in setting: Setting, _ results: inout Results) async throws {
  var stores: [FilledStore] = []
  for size in [1000, 100_000, 1_000_000] {
    stores.append(try await FilledStore(workspaces: size, in: setting.store("\(size)")))
  }
  for _ in 0..<setting.rounds {
    var smallest: Times?
    for store in stores {
      let (size, floor) = (store.size, smallest)
      smallest = try await setting.withHost("\(size)") { host in
        if floor != nil { try await measureWithin(host, store, &results) }
        let times = try await Times(host, store)
        results.add("get, \(size) workspaces, p50", "µs", times.get, floor: floor?.get)
        results.add(
          "page of 100, \(size) workspaces, p50", "µs", times.page, floor: floor?.page,
          target: floor == nil ? nil : .atMost(floors: 1.3))
        return floor ?? times
      }
    }
  }
}

/// The median times of reads by calls, in µs.
private struct Times {
  let get: Double
  let page: Double

  init(_ host: Host, _ store: FilledStore) async throws {
    let client = WorkspacesClient(host.channel)
    var random = XorShift()
    get = try await Latencies(of: 1000) {
      _ = try await client.get(GetWorkspaceRequest(id: store.id(&random)))
    }.p50
    page = try await Latencies(of: 200) {
      _ = try await client.list(
        ListWorkspacesRequest(
          organizationId: store.organization, limit: 100, afterId: store.id(&random)))
    }.p50
  }
}

/// Measures reads within a plugin, through the wrapper of LMDB and through the model. The floor is
/// `mdb_get`.
private func measureWithin(
  _ host: Host, _ store: FilledStore, _ results: inout Results
) async throws {
  let count = 200_000
  let floors = try Program.floor("get", store.path, "workspaces", count)
  let rates = try await host.measure("Reader", Double(count))
  let name = "point read in a plugin, \(store.size)"
  results.add(
    "\(name), one view", "/s", rates[0], floor: floors[0], target: .atLeast(floors: 0.8))
  results.add("\(name), a view each", "/s", rates[1], floor: floors[1])
  results.add("\(name), as a record", "/s", rates[2], floor: floors[1])
}
