import Foundation

/// Measures pages of the console in a small installation and in a large one, where they should cost
/// the same. A bare page, which shows no records, is measured beside them.
func measureConsole(in setting: Setting, _ results: inout Results) async throws {
  let small = try await ConsoleSite(
    organizations: 10, members: 20, keys: 20, named: "small", in: setting)
  defer { small.served.stop() }
  let large = try await ConsoleSite(
    organizations: 10_000, members: 10_000, keys: 100_000, named: "large", in: setting)
  defer { large.served.stop() }
  for _ in 0..<setting.rounds {
    let bare = try large.measure(large.bare)
    results.add("a bare page, processor time", "µs", bare.processorTime)
    for (floor, page) in zip(small.lists, large.lists) {
      let (floor, cost) = (try small.measure(floor), try large.measure(page))
      results.add(
        "\(page.name), processor time beside a small installation", "µs", cost.processorTime,
        floor: floor.processorTime, target: .atMost(floors: 1.2))
      results.add(
        "\(page.name), p50 beside a bare page", "µs", cost.run.p50, floor: bare.run.p50,
        target: .atMost(5000))
      results.add(
        "\(page.name), p95 beside a bare page", "µs", cost.run.p95, floor: bare.run.p95,
        target: .atMost(15_000))
    }
  }
}

/// The console of a filled installation, for its super admin.
private struct ConsoleSite {
  struct Page {
    let name: String
    let path: String
    /// What the page shows, so that the page of a refusal isn't measured.
    let text: String
  }

  let served: ServedInstallation
  /// A page that shows no records.
  let bare = Page(name: "a bare page", path: "/console/invite", text: "/console/invite")
  let lists: [Page]
  private let headers: RequestHeaders

  init(
    organizations: Int, members: Int, keys: Int, named name: String, in setting: Setting
  ) async throws {
    let filled = try await FilledInstallation(
      organizations: organizations, members: members, keys: keys, in: setting.store(name))
    _ = try setting.initialize(setting.data(name))
    served = try ServedInstallation(setting.data(name), in: setting)
    headers = try RequestHeaders(
      [
        "cookie": try BrowserSession.cookies(at: served.url, in: setting.scratch),
        "sec-fetch-site": "none",
      ], in: setting.scratch)
    let organization = "/console/orgs/\(filled.organization)"
    lists = [
      Page(name: "organizations", path: "/console/orgs", text: "Organization \(organizations - 1)"),
      Page(name: "keys", path: "\(organization)/keys", text: "Key \(keys - 1)"),
      Page(name: "users", path: "\(organization)/users", text: "m\(members - 1)@example.com"),
    ]
  }

  /// Requests a page for four seconds, one request at a time. The processor time is that of a page
  /// in microseconds, of the host and all plugins.
  func measure(_ page: Page) throws -> (processorTime: Double, run: WrkRun) {
    let url = served.url + page.path
    guard try headers.get(url).contains(page.text) else {
      throw BenchError("\(page.path) doesn't show \(page.text)")
    }
    let start = try served.processorTime
    let run = try WrkRun(url, connections: 1, headers: headers)
    guard run.failures == 0 else { throw BenchError("\(page.path) failed \(run.failures) times") }
    return ((try served.processorTime - start) / run.count * 1e6, run)
  }
}
