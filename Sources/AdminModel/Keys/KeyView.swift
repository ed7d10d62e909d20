internal import AdminProtos
internal import Store

/// A set of an organization's keys that a list reads: all keys, or those of one workspace, creator
/// or user; of any status, or of one.
///
/// A list with more conditions reads the narrowest of these and skips the keys that don't match.
struct KeyView: Hashable {
  /// What the keys of a view have in common.
  enum Axis: Hashable {
    case all
    case workspace(String)
    case creator(String)
    case user(String)
  }

  /// The keys in use that have an expiry time. The expired ones are among them.
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

  func key(of apiKey: ApiKey) -> IndexKey {
    let (name, value) = component
    return [
      .string(apiKey.organizationId), .string(name), .string(value), .string(status ?? ""),
      .number(apiKey.createdAt?.microseconds ?? 0),
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

  /// Returns the entries of a key in every view that shows it.
  static func keys(of key: ApiKey) -> [IndexKey] {
    var axes: [Axis] = [.all, .workspace(key.workspaceId)]
    if let creator = key.createdBy?.id, !creator.isEmpty { axes.append(.creator(creator)) }
    if !key.userId.isEmpty { axes.append(.user(key.userId)) }
    var statuses: [String?] = [nil, key.status]
    if key.expiresAt != nil && key.archivedAt == nil { statuses.append(expiring) }
    return axes.flatMap { axis in
      statuses.map { KeyView(axis: axis, status: $0).key(of: key) }
    }
  }
}
