import GoogleProtos
import HTML
import HostProtos

/// Which events of the log a page shows, as its address says.
struct AuditFilter: Hashable, Sendable {
  /// The names under which the address has the parts of the filter.
  enum Part: String, CaseIterable {
    case actor, action, resource, organization, call, from, to
  }

  /// One value of a part: what a chip shows, and what its link removes.
  struct Item: Hashable {
    let part: Part
    let value: String
  }

  var actor = ""
  var actions: [String] = []
  var resource = ""
  var organization = ""
  var call = ""
  /// The first day, and the last.
  var from: CivilDay?
  var to: CivilDay?

  init() {}

  /// Reads the filter of an address. A day that there isn't counts as none.
  init(_ query: Fields) {
    var known: Set<String> = []
    actor = query.trimmed("actor")
    actions = query.values("action").map(\.trimmed)
      .filter { !$0.isEmpty && known.insert($0).inserted }
    actions = Array(actions.prefix(20))
    resource = query.trimmed("resource")
    organization = query.trimmed("organization")
    call = query.trimmed("call")
    from = CivilDay(query.trimmed("from"))
    to = CivilDay(query.trimmed("to"))
  }

  /// What is on, in the order in which the address has it.
  var items: [Item] {
    let single: [(Part, String)] = [
      (.resource, resource), (.organization, organization), (.call, call),
      (.from, from?.description ?? ""), (.to, to?.description ?? ""),
    ]
    return ([(.actor, actor)] + actions.map { (.action, $0) } + single)
      .filter { !$0.1.isEmpty }.map { Item(part: $0.0, value: $0.1) }
  }

  /// The address of a page that shows these events.
  func address(_ path: Address = "/console/audit") -> Address {
    path.query(items.map { ($0.part.rawValue, $0.value) })
  }

  /// The filter without one of its items.
  func without(_ item: Item) -> AuditFilter {
    var filter = self
    switch item.part {
    case .actor: filter.actor = ""
    case .action: filter.actions.removeAll { $0 == item.value }
    case .resource: filter.resource = ""
    case .organization: filter.organization = ""
    case .call: filter.call = ""
    case .from: filter.from = nil
    case .to: filter.to = nil
    }
    return filter
  }

  /// The request for a part of these events, newest first.
  func request(limit: Int32, after: UInt64 = 0, before: UInt64 = 0) -> ListAuditRequest {
    ListAuditRequest(
      limit: limit, afterRevision: after, beforeRevision: after > 0 ? 0 : before, actor: actor,
      actions: actions, resource: resource, call: call, organizationId: organization,
      from: from.map { GoogleTimestamp(seconds: $0.start) },
      to: to.map { GoogleTimestamp(seconds: $0.end) })
  }
}
