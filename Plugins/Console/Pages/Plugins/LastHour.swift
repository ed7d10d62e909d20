import GoogleProtos
import HostProtos
import HostServices

/// What plugins did in the last 60 minutes.
struct LastHour: Sendable {
  private let stats: StatsResponse

  /// Reads the numbers of all plugins, or of one.
  static func load(_ visit: Visit, plugin: String = "") async throws -> LastHour {
    LastHour(
      stats: try await HostClient(visit.host).stats(
        StatsRequest(step: "minute", plugin: plugin), options: visit.reading))
  }

  init(stats: StatsResponse) { self.stats = stats }

  func calls(of plugin: String) -> UInt64 { points(of: plugin).reduce(0) { $0 + $1.calls } }

  func failures(of plugin: String) -> UInt64 { points(of: plugin).reduce(0) { $0 + $1.failures } }

  /// Returns the time that a share of the calls didn't exceed, such as "≤ 5 ms": the bound of the
  /// bucket that holds it. Empty without calls.
  func latency(of plugin: String, below share: Double) -> String {
    var counts = [UInt64](repeating: 0, count: stats.latencyBounds.count + 1)
    for point in points(of: plugin) {
      for (place, count) in point.latencyBuckets.prefix(counts.count).enumerated() {
        counts[place] += count
      }
    }
    let all = counts.reduce(0, +)
    guard all > 0 else { return "" }
    var left = (Double(all) * share).rounded(.up)
    for (count, bound) in zip(counts, stats.latencyBounds) {
      left -= Double(count)
      if left <= 0 { return "≤ \(Amount.duration(bound))" }
    }
    return stats.latencyBounds.last.map { "> \(Amount.duration($0))" } ?? ""
  }

  /// Returns the chart of the calls a minute of a plugin; nil for all together.
  func chart(of plugin: String?) -> BarChart {
    let series = stats.plugins.filter { plugin == nil || $0.name == plugin }.map(\.points)
    let length = series.map(\.count).max() ?? 0
    let bars = (0..<length).map { minute in
      BarChart.Bar(
        name: time(of: minute),
        value: series.reduce(0) { $0 + ($1.indices.contains(minute) ? $1[minute].calls : 0) })
    }
    return BarChart(title: .callsAMinute, step: .minuteColumn, unit: .calls, bars: bars)
  }

  private func points(of plugin: String) -> [StatsPoint] {
    stats.plugins.first { $0.name == plugin }?.points ?? []
  }

  private func time(of minute: Int) -> String {
    let start = (stats.from?.seconds ?? 0) + Int64(minute) * (stats.step?.seconds ?? 60)
    return String(CivilTime(GoogleTimestamp(seconds: start)).short(in: .english).suffix(9))
  }
}
