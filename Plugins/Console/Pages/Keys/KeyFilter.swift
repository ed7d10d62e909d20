import AdminProtos
import GoogleProtos
import HTML

/// Which keys a list shows, as the address says.
struct KeyFilter: Hashable, Sendable {
  /// A filter that is named after what a person looks for.
  enum Name: String, CaseIterable, Sendable {
    case expiring, unused, unowned, expired

    var phrase: Phrase {
      switch self {
      case .expiring: .expiringSoon
      case .unused: .unusedLong
      case .unowned: .noOwner
      case .expired: .expired
      }
    }
  }

  private static let day: Int64 = 86_400

  var text = ""
  var workspace = ""
  var user = ""
  var names: Set<Name> = []
  var showsArchived = false

  init(_ query: Fields) {
    text = query.trimmed("q")
    workspace = query.trimmed("workspace")
    user = query.trimmed("user")
    names = Set(query.values("filter").compactMap(Name.init))
    showsArchived = query.isOn("archived")
  }

  /// Whether every key is shown but those that are archived.
  var isDefault: Bool { self == KeyFilter(Fields()) }

  /// The request for a page of the list.
  func request(_ place: ListPlace, organization: String, now: Int64) -> ListKeysRequest {
    ListKeysRequest(
      organizationId: organization, limit: place.size, afterId: place.after,
      beforeId: place.before, statuses: statuses, workspaceId: workspace, userId: user,
      unowned: names.contains(.unowned) && user.isEmpty,
      expiresBefore: names.contains(.expiring) && !names.contains(.expired)
        ? GoogleTimestamp(seconds: now + 30 * Self.day) : nil,
      unusedSince: names.contains(.unused)
        ? GoogleTimestamp(seconds: now - 90 * Self.day) : nil,
      query: text)
  }

  /// The number of keys in the whole list, where the numbers of the organization tell it.
  func total(_ summary: KeySummary?) -> Int? {
    guard let summary, text.isEmpty, workspace.isEmpty, user.isEmpty else { return nil }
    switch (names, showsArchived) {
    case ([], false): return Int(summary.active + summary.inactive + summary.expired)
    case ([], true):
      return Int(summary.active + summary.inactive + summary.expired + summary.archived)
    case ([.expiring], false): return Int(summary.expiring)
    case ([.unowned], false): return Int(summary.unowned)
    case ([.expired], false): return Int(summary.expired)
    default: return nil
    }
  }

  private var statuses: [String] {
    if names.contains(.expired) { return ["expired"] }
    if names.contains(.expiring) { return ["active", "inactive"] }
    if showsArchived { return [] }
    // Who owns a key that has expired doesn't matter any more.
    return names.contains(.unowned) ? ["active", "inactive"] : ["active", "inactive", "expired"]
  }

  /// The address of the list with this filter.
  func address(in list: Address) -> Address {
    let named = Name.allCases.filter(names.contains).map { ("filter", $0.rawValue) }
    return list.query(
      [("q", text), ("workspace", workspace), ("user", user)] + named
        + [("archived", showsArchived ? "1" : "")])
  }
}
