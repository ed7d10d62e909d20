internal import ArgumentParser
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import WellKnownTypes

/// `steward plugin stats`.
struct PluginStatistics: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show the calls, latencies and resources of plugins.",
    discussion: """
      The numbers are those of the last hour. FAILURES are the calls that failed because of the plugin or the host. P50 and P95 are upper \
      bounds: half of the calls, or 95 of 100, took no longer. Streams have no latency. CPU is the \
      processor time used, and MEMORY what is resident now. -o json shows each minute or hour.
      """)

  @Argument(help: "The plugin's name, or host. If omitted, the host and all plugins.")
  var name: String?

  @Flag(help: "Show the last 24 hours instead of the last hour.")
  var day = false

  @Flag(help: "Show a line for each method that was called.")
  var methods = false

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let stats = try await HostClient(channel).stats(
      StatsRequest(step: day ? "hour" : "minute", plugin: name ?? "", byMethod: methods),
      options: callOptions)
    let table = methods ? stats.methodTable : stats.pluginTable
    return Report(
      response: try stats.wholeJSON(), items: try stats.plugins.map { try $0.wholeJSON() },
      ids: stats.plugins.map(\.name), readable: { table.text(style: $0) },
      note: table.rows.isEmpty ? "No method was called." : nil)
  }
}

extension StatsResponse {
  /// A line for each plugin.
  fileprivate var pluginTable: TextTable {
    TextTable(
      heading: ["PLUGIN", "CALLS", "FAILURES", "P50", "P95", "CPU", "MEMORY"],
      rows: plugins.map { plugin in
        [.init(plugin.name)] + calls(plugin.points)
          + [.init(plugin.points.cpuTime), .init(plugin.points.memory)]
      })
  }

  /// A line for each method, the most called ones of a plugin first.
  fileprivate var methodTable: TextTable {
    let rows = plugins.flatMap { plugin in
      plugin.methods.map { ($0, $0.points.calls) }.sorted { $0.1 > $1.1 }.map { method, _ in
        [.init(method.method), .init(plugin.name)] + calls(method.points)
      }
    }
    return TextTable(
      heading: rows.isEmpty ? [] : ["METHOD", "PLUGIN", "CALLS", "FAILURES", "P50", "P95"],
      rows: rows)
  }

  private func calls(_ points: [StatsPoint]) -> [TextTable.Cell] {
    let failures = points.reduce(0) { $0 + $1.failures }
    return [
      .init(Amounts.count(points.calls)),
      .init(Amounts.count(failures), failures > 0 ? .yellow : nil),
      .init(latency(of: points, at: 50)), .init(latency(of: points, at: 95)),
    ]
  }

  /// Returns the bound that a percentage of the calls didn't exceed: `2.5ms`, `>10s`; a dash if
  /// there were none.
  private func latency(of points: [StatsPoint], at percent: UInt64) -> String {
    let buckets = (0...latencyBounds.count).map { bucket in
      points.reduce(UInt64(0)) {
        $0 + ($1.latencyBuckets.indices.contains(bucket) ? $1.latencyBuckets[bucket] : 0)
      }
    }
    let total = buckets.reduce(0, +)
    guard total > 0, let last = latencyBounds.last else { return "-" }
    var rest = total - total * (100 - percent) / 100
    for (bound, count) in zip(latencyBounds, buckets) {
      if rest <= count { return Amounts.short(Duration(bound)) }
      rest -= count
    }
    return ">" + Amounts.short(Duration(last))
  }
}

extension [StatsPoint] {
  fileprivate var calls: UInt64 { reduce(0) { $0 + $1.calls } }

  fileprivate var cpuTime: String {
    let times = compactMap(\.cpuTime)
    return times.isEmpty ? "-" : Amounts.short(times.reduce(.zero) { $0 + Duration($1) })
  }

  /// The resident memory when it was last looked at, if that was in the newest step.
  fileprivate var memory: String { last?.residentBytes.map(Amounts.bytes) ?? "-" }
}
