internal import AdminProtos
internal import Store

/// Which keys of an organization a list reads: all, or those of one workspace, maker or user; of any status, or one.
///
/// A list that asks for more reads the narrowest of these and leaves the rest out as it goes.
struct KeyView: Hashable {
  /// What the keys of a view have in common.
  enum Axis: Hashable {
    case all
    case workspace(String)
    case creator(String)
    case user(String)
  }

  /// Keys in use that have a time to end at: those among which the expired ones are.
  static let expiring = "expiring"

  var axis: Axis
  /// As it is stored, or ``expiring``; "expired" itself depends on the time.
  var status: String?

  /// What an index holds of the view, without the time of creation.
  func prefix(organization: String) -> IndexKey {
    let (name, value) = component
    return [.string(organization), .string(name), .string(value), .string(status ?? "")]
  }

  func key(of record: KeyRecord) -> IndexKey {
    let (name, value) = component
    return [
      .string(record.organizationId), .string(name), .string(value), .string(status ?? ""),
      .number(record.createdAt?.microseconds ?? 0),
    ]
  }

  private var component: (String, String) {
    switch axis {
    case .all: ("", "")
    case .workspace(let id): ("workspace", id)
    case .creator(let id): ("creator", id)
    case .user(let id): ("user", id)
    }
  }

  /// The entries of a key in every view that shows it.
  static func keys(of record: KeyRecord) -> [IndexKey] {
    var axes: [Axis] = [.all, .workspace(record.workspaceId)]
    if !record.createdById.isEmpty { axes.append(.creator(record.createdById)) }
    if !record.userId.isEmpty { axes.append(.user(record.userId)) }
    var statuses: [String?] = [nil, record.status]
    if record.expiresAt != nil && record.archivedAt == nil { statuses.append(expiring) }
    return axes.flatMap { axis in
      statuses.map { KeyView(axis: axis, status: $0).key(of: record) }
    }
  }
}
