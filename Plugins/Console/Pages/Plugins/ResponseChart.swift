import GoogleProtos
import HTML
import WebProtos
import WebServices

/// The HTTP responses of the last hour, by the class of their status.
struct ResponseChart: Sendable {
  private let stats: GatewayStats

  /// Asks the gateway.
  static func load(_ visit: Visit) async throws -> ResponseChart {
    ResponseChart(
      stats: try await GatewayClient(visit.host).stats(
        GatewayStatsRequest(), options: visit.reading))
  }

  init(stats: GatewayStats) { self.stats = stats }

  var chart: LineChart {
    let (start, step) = (stats.from?.seconds ?? 0, stats.step?.seconds ?? 60)
    return LineChart(
      title: .responsesChart, step: .minuteColumn,
      times: stats.points.indices.map {
        CivilTime(secondsSince1970: start + Int64($0) * step).timeText
      },
      series: [
        series("2xx", \.successful), series("3xx", \.redirection), series("4xx", \.clientError),
        series("5xx", \.serverError),
      ])
  }

  private func series(
    _ name: String, _ count: (ResponseCounts) -> UInt64
  ) -> LineChart.Series {
    LineChart.Series(
      name: Phrase(verbatim: name),
      values: stats.points.map {
        LineChart.Value(number: Double(count($0)), text: String(count($0)))
      })
  }
}
