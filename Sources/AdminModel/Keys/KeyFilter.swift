internal import AdminProtos
internal import GoogleProtos
internal import ProtobufRuntime

/// A filter for an organization's list of keys. Empty fields don't filter.
public struct KeyFilter: Sendable, Hashable {
  /// "active", "inactive", "archived" or "expired".
  public var status: String
  public var workspace: String
  /// The user who created the key.
  public var creator: String
  /// The user who owns the key.
  public var user: String

  public init(
    status: String = "", workspace: String = "", creator: String = "", user: String = ""
  ) {
    self.status = status
    self.workspace = workspace
    self.creator = creator
    self.user = user
  }

  func check(into violations: inout Violations) {
    if !status.isEmpty && KeyStatus(rawValue: status) == nil {
      let known = KeyStatus.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      violations.add(
        "status", "UNKNOWN_STATUS", "must be one of \(known), not \"\(status.asRefused)\"")
    }
    if !workspace.isEmpty { violations.checkID(workspace, of: .workspace, field: "workspace_id") }
    if !creator.isEmpty { violations.checkID(creator, of: .user, field: "created_by_user_id") }
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
  }

  /// The narrowest view that contains all keys that pass the filter.
  var view: KeyView {
    let axis: KeyView.Axis =
      if !user.isEmpty {
        .user(user)
      } else if !creator.isEmpty {
        .creator(creator)
      } else if !workspace.isEmpty {
        .workspace(workspace)
      } else {
        .all
      }
    let isExpired = status == KeyStatus.expired.rawValue
    return KeyView(
      axis: axis, status: isExpired ? KeyView.expiring : status.isEmpty ? nil : status)
  }

  /// Returns whether a key of the view passes the filter's other conditions.
  func includes(_ record: KeyRecord, at now: GoogleTimestamp) -> Bool {
    (status.isEmpty || KeyStatus(of: record, at: now).rawValue == status)
      && (workspace.isEmpty || record.workspaceId == workspace)
      && (creator.isEmpty || record.createdById == creator)
  }
}
