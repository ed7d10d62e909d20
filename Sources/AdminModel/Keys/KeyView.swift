internal import AdminProtos
internal import GoogleProtos
internal import Store

/// A set of an organization's keys that a list reads: all keys, or those of one workspace, creator,
/// user or kind, or without an owner; of any status, or of one.
///
/// A list with more conditions reads the narrowest of these and skips the keys that don't match.
/// Every view has its keys in order of creation, so a list may read another one for its next page.
struct KeyView: Hashable {
  /// What the keys of a view have in common.
  enum Axis: Hashable {
    case all
    case workspace(String)
    case creator(String)
    case user(String)
    case unowned
    case kind(String)
  }

  /// The keys in use that have an expiry time. The expired ones are among them. Within this status,
  /// the keys are in the order of the day on which they expire, then of their creation.
  static let expiring = "expiring"

  var axis: Axis
  /// The stored status, or ``expiring``; nil for any. "expired" itself depends on the time, so it
  /// is not stored.
  var status: String?

  /// Returns the view's prefix in an index, without the time of creation.
  func prefix(organization: String) -> IndexKey {
    let (name, value) = component
    return [.string(organization), .string(name), .string(value), .string(status ?? "")]
  }

  /// Returns the prefix of the keys of the view that expire on one day.
  func prefix(organization: String, day: Int) -> IndexKey {
    let (name, value) = component
    return [
      .string(organization), .string(name), .string(value), .string(status ?? ""),
      .number(UInt64(day)),
    ]
  }

  private func key(of apiKey: ApiKey) -> IndexKey {
    let (name, value) = component
    let created = apiKey.createdAt?.microseconds ?? 0
    if status == Self.expiring, let day = apiKey.expiresAt?.day {
      return [
        .string(apiKey.organizationId), .string(name), .string(value), .string(Self.expiring),
        .number(UInt64(day)), .number(created),
      ]
    }
    return [
      .string(apiKey.organizationId), .string(name), .string(value), .string(status ?? ""),
      .number(created),
    ]
  }

  /// Returns the place of a key in a list: what follows the prefix of a view, or of a day in it.
  static func place(of key: ApiKey) -> IndexKey { [.number(key.createdAt?.microseconds ?? 0)] }

  private var component: (String, String) {
    switch axis {
    case .all: ("", "")
    case .workspace(let id): ("workspace", id)
    case .creator(let id): ("creator", id)
    case .user(let id): ("user", id)
    case .unowned: ("unowned", "")
    case .kind(let kind): ("kind", kind)
    }
  }

  /// Returns the entries of a key in every view that shows it.
  static func keys(of key: ApiKey) -> [IndexKey] {
    var axes: [Axis] = [.all, .workspace(key.workspaceId), .kind(key.kind)]
    if let creator = key.createdBy?.id, !creator.isEmpty { axes.append(.creator(creator)) }
    axes.append(key.userId.isEmpty ? .unowned : .user(key.userId))
    var statuses: [String?] = [nil, key.status]
    if key.expiresAt != nil && key.archivedAt == nil { statuses.append(expiring) }
    return axes.flatMap { axis in
      statuses.map { KeyView(axis: axis, status: $0).key(of: key) }
    }
  }
}
