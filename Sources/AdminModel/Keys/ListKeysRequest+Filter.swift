internal import AdminProtos
internal import GoogleProtos
internal import ProtobufRuntime

/// The filter of a list of keys. Empty fields don't filter.
extension ListKeysRequest {
  func checkFilter(into violations: inout Violations) {
    for status in statuses where KeyStatus(rawValue: status) == nil {
      let known = KeyStatus.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      violations.add(
        "statuses", "UNKNOWN_STATUS", "must be one of \(known), not \"\(status.asRefused)\"")
    }
    if !kind.isEmpty && KeyKind(rawValue: kind) == nil {
      violations.add(
        "kind", "UNKNOWN_KIND", "must be \"issued\" or \"registered\", not \"\(kind.asRefused)\"")
    }
    for (id, kind, field) in [
      (workspaceId, AdminKind.workspace, "workspace_id"),
      (createdByUserId, .user, "created_by_user_id"), (userId, .user, "user_id"),
    ] where !id.isEmpty {
      violations.checkID(id, of: kind, field: field)
    }
    checkCombination(into: &violations)
  }

  private func checkCombination(into violations: inout Violations) {
    if unowned && !userId.isEmpty {
      violations.add("unowned", "EXCLUSIVE", "can't be given together with user_id")
    }
    let ended = statuses.first { [.archived, .expired].contains(KeyStatus(rawValue: $0)) }
    if let ended, expiresBefore != nil {
      violations.add(
        "expires_before", "EXCLUSIVE", "can't be given together with the status \"\(ended)\"")
    }
  }

  /// What the list may read by: each holds all keys that pass the filter. The one that is usually
  /// the narrowest comes first.
  var axes: [KeyView.Axis] {
    var axes: [KeyView.Axis] = []
    if !userId.isEmpty { axes.append(.user(userId)) }
    if unowned { axes.append(.unowned) }
    if !createdByUserId.isEmpty { axes.append(.creator(createdByUserId)) }
    if !workspaceId.isEmpty { axes.append(.workspace(workspaceId)) }
    if !kind.isEmpty { axes.append(.kind(kind)) }
    return axes.isEmpty ? [.all] : axes
  }

  /// The stored statuses of the keys that pass the filter; nil for every status.
  var storedStatuses: [KeyStatus]? {
    let wanted = Set(statuses.compactMap(KeyStatus.init))
    let stored: [KeyStatus] = [.active, .inactive, .archived]
    return wanted.isEmpty || wanted.isSuperset(of: stored) ? nil : stored.filter(wanted.contains)
  }

  /// The days on which the keys expire that pass the filter and that no stored status covers; nil if
  /// the stored statuses cover them all. An expired key is stored as active or inactive.
  func days(at now: GoogleTimestamp) -> ClosedRange<Int>? {
    if let expiresBefore { return now.day...max(now.day, expiresBefore.day) }
    let isCovered =
      storedStatuses?.contains(.active) ?? true && storedStatuses?.contains(.inactive) ?? true
    return statuses.contains(KeyStatus.expired.rawValue) && !isCovered ? 0...now.day : nil
  }

  /// Returns whether a key of the organization passes the filter, except for its use.
  func includes(_ key: ApiKey, at now: GoogleTimestamp) -> Bool {
    let status = KeyStatus(of: key, at: now)
    return (statuses.isEmpty || statuses.contains(status.rawValue))
      && (workspaceId.isEmpty || key.workspaceId == workspaceId)
      && (createdByUserId.isEmpty || key.createdBy?.id == createdByUserId)
      && (userId.isEmpty || key.userId == userId) && (!unowned || key.userId.isEmpty)
      && (kind.isEmpty || key.kind == kind) && expiresInTime(key, status)
  }

  private func expiresInTime(_ key: ApiKey, _ status: KeyStatus) -> Bool {
    guard let expiresBefore else { return true }
    guard [.active, .inactive].contains(status), let end = key.expiresAt else { return false }
    return end.microseconds < expiresBefore.microseconds
  }
}
