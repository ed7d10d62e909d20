import AdminProtos
import AdminServices
import HTML

/// How the keys of an organization are used, and when they expire.
struct KeyPlots: Sendable {
  private static let weeks: UInt32 = 13

  private let visit: Visit
  private let organization: String
  private let usage: Loaded<KeyUsage>
  private let summary: Loaded<KeySummary>

  /// Reads the numbers; nil without keys, or for a person who may not see all of them.
  static func load(_ organization: Organization?, _ visit: Visit) async throws -> KeyPlots? {
    guard let organization, organization.keyCount > 0 else { return nil }
    let id = organization.id
    guard visit.viewer.may("keys.read", in: id) else { return nil }
    async let usage = visit.load {
      try await KeysClient(visit.host).usage(
        KeyUsageRequest(organizationId: id), options: visit.reading)
    }
    async let summary = visit.load {
      try await KeysClient(visit.host).summary(
        KeySummaryRequest(organizationId: id, weeks: weeks), options: visit.reading)
    }
    return KeyPlots(
      visit: visit, organization: id, usage: try await usage, summary: try await summary)
  }

  var drawing: Markup {
    section(
      .class("panel"), .ariaLabelledBy("key-plots"), .data("live", "keys \(organization)")
    ) {
      h2(.id("key-plots")) { visit.text(.apiKeys) }
      div(.class("columns")) {
        visit.plot(.usageChart, usage) { BarChart(ofChecks: $0).drawing(in: visit) }
        visit.plot(.expiryChart, summary) { expiry($0.expiringByWeek).drawing(in: visit) }
      }
    }
  }

  private func expiry(_ counts: [UInt32]) -> BarChart {
    let bars = counts.enumerated().map { week, keys in
      BarChart.Bar(
        name: CivilTime(secondsSince1970: visit.now + Int64(week) * 7 * 86_400).dayText,
        value: UInt64(keys))
    }
    return BarChart(title: .expiryChart, step: .weekColumn, unit: .keysColumn, bars: bars)
  }
}

extension BarChart {
  /// The chart of the verifications of a key, or of all keys of an organization.
  init(ofChecks usage: KeyUsage) {
    self.init(
      title: .usageChart, step: .dayColumn, unit: .checks,
      bars: usage.days.map { Bar(name: $0.date, value: $0.checks) })
  }
}
