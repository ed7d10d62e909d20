internal import AdminProtos
internal import GoogleProtos
internal import ProtobufRuntime

/// The filter of a list of keys. Empty fields don't filter.
extension ListKeysRequest {
  func checkFilter(into violations: inout Violations) {
    if !status.isEmpty && KeyStatus(rawValue: status) == nil {
      let known = KeyStatus.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      violations.add(
        "status", "UNKNOWN_STATUS", "must be one of \(known), not \"\(status.asRefused)\"")
    }
    for (id, kind, field) in [
      (workspaceId, AdminKind.workspace, "workspace_id"),
      (createdByUserId, .user, "created_by_user_id"), (userId, .user, "user_id"),
    ] where !id.isEmpty {
      violations.checkID(id, of: kind, field: field)
    }
  }

  /// The narrowest view that contains all keys that pass the filter.
  var view: KeyView {
    let axis: KeyView.Axis =
      if !userId.isEmpty {
        .user(userId)
      } else if !createdByUserId.isEmpty {
        .creator(createdByUserId)
      } else if !workspaceId.isEmpty {
        .workspace(workspaceId)
      } else {
        .all
      }
    let isExpired = status == KeyStatus.expired.rawValue
    return KeyView(
      axis: axis, status: isExpired ? KeyView.expiring : status.isEmpty ? nil : status)
  }

  /// Returns whether a key of the view passes the filter's other conditions.
  func includes(_ key: ApiKey, at now: GoogleTimestamp) -> Bool {
    (status.isEmpty || KeyStatus(of: key, at: now).rawValue == status)
      && (workspaceId.isEmpty || key.workspaceId == workspaceId)
      && (createdByUserId.isEmpty || key.createdBy?.id == createdByUserId)
  }
}
