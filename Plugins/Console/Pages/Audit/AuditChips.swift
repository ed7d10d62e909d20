import AdminProtos
import HTML

/// The chips of what of a filter is on, with the names of what it names by ids.
struct AuditChips: Sendable {
  let visit: Visit
  let filter: AuditFilter
  let names: [String: DirectoryEntry]

  /// The ids in a filter, whose names the chips show.
  static func ids(in filter: AuditFilter) -> [String] {
    [EventNames.actorID(filter.actor), filter.organization].filter { !$0.isEmpty }
      + EventNames.parts(of: filter.resource)
  }

  var drawing: Markup {
    FilterChips(
      filters: filter.items.map { item in
        (
          text: "\(visit.text(.filter(item.part))): \(text(of: item))",
          rest: filter.without(item).address()
        )
      }, unfiltered: "/console/audit"
    ).drawing(in: visit)
  }

  private func text(of item: AuditFilter.Item) -> String {
    switch item.part {
    case .actor: EventRow.actor(item.value, names, in: visit)
    case .action: visit.text(.actions(item.value))
    case .resource:
      EventNames.parts(of: item.value).last.flatMap { names[$0] }.map(name) ?? item.value
    case .organization: names[item.value].map(name) ?? item.value
    case .call, .from, .to: item.value
    }
  }

  private func name(_ entry: DirectoryEntry) -> String {
    entry.name.isEmpty ? entry.detail : entry.name
  }
}
