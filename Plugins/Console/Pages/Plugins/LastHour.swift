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
    var counts: [UInt64] = []
    for point in points(of: plugin) {
      let buckets = point.latencyBuckets
      counts += Array(repeating: 0, count: max(0, buckets.count - counts.count))
      for (place, count) in buckets.enumerated() { counts[place] += count }
    }
    return latency(of: counts, below: share)?.text ?? ""
  }

  // MARK: - Charts

  /// Returns the chart of the calls a minute of a plugin; nil for all together.
  func chart(of plugin: String?) -> BarChart {
    let series = stats.plugins.filter { plugin == nil || $0.name == plugin }.map(\.points)
    let bars = times.enumerated().map { minute, time in
      BarChart.Bar(
        name: time,
        value: series.reduce(0) { $0 + ($1.indices.contains(minute) ? $1[minute].calls : 0) })
    }
    return BarChart(title: .callsAMinute, step: .minuteColumn, unit: .calls, bars: bars)
  }

  /// Returns the chart of the time that calls of a plugin took, in ms.
  func latencies(of plugin: String) -> LineChart {
    let points = points(of: plugin)
    func series(_ name: Phrase, _ share: Double) -> LineChart.Series {
      LineChart.Series(
        name: name, values: points.map { latency(of: $0.latencyBuckets, below: share) })
    }
    return LineChart(
      title: .latencyChart, step: .minuteColumn, times: times,
      series: [series(.latency50, 0.5), series(.latency95, 0.95)])
  }

  /// Returns the chart of the resident memory of a plugin, in MiB.
  func memory(of plugin: String) -> LineChart {
    LineChart(
      title: .memoryChart, step: .minuteColumn, times: times,
      series: [LineChart.Series(name: .memory, values: memories(of: plugin))])
  }

  /// Returns the line of the resident memory of a plugin.
  func memoryLine(of plugin: String) -> Sparkline {
    Sparkline(values: memories(of: plugin).map { $0?.number })
  }

  // MARK: - Points

  /// Returns the time that a share of the calls didn't exceed, in ms. Nil without calls.
  private func latency(of counts: [UInt64], below share: Double) -> LineChart.Value? {
    let all = counts.reduce(0, +)
    guard all > 0, let longest = stats.latencyBounds.last else { return nil }
    var left = (Double(all) * share).rounded(.up)
    for (count, bound) in zip(counts, stats.latencyBounds) {
      left -= Double(count)
      if left <= 0 {
        return LineChart.Value(number: bound.milliseconds, text: "≤ \(Amount.duration(bound))")
      }
    }
    return LineChart.Value(number: longest.milliseconds, text: "> \(Amount.duration(longest))")
  }

  private func memories(of plugin: String) -> [LineChart.Value?] {
    points(of: plugin).map { point in
      point.residentBytes.map {
        LineChart.Value(number: Double($0) / 1_048_576, text: Amount.bytes($0))
      }
    }
  }

  private var times: [String] {
    (0..<(stats.plugins.map(\.points.count).max() ?? 0)).map(time)
  }

  private func points(of plugin: String) -> [StatsPoint] {
    stats.plugins.first { $0.name == plugin }?.points ?? []
  }

  private func time(of minute: Int) -> String {
    let start = (stats.from?.seconds ?? 0) + Int64(minute) * (stats.step?.seconds ?? 60)
    return CivilTime(secondsSince1970: start).timeText
  }
}

extension GoogleDuration {
  fileprivate var milliseconds: Double { Double(seconds) * 1000 + Double(nanos) / 1e6 }
}
