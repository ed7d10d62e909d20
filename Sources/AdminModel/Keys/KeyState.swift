internal import AdminProtos
internal import GoogleProtos
internal import Store

/// What the summary of an organization or of a workspace distinguishes of its keys, as far as it
/// doesn't depend on the time.
struct KeyState: Hashable {
  /// The states of keys that have not been archived.
  static let inUse = [KeyStatus.active, .inactive].flatMap { status in
    [false, true].map { KeyState(status: status, isUnowned: $0) }
  }

  /// The stored status, which is never "expired".
  var status: KeyStatus
  var isUnowned = false

  /// Returns the prefix of the counts of this state. The day of expiry follows it.
  ///
  /// - Parameter workspace: Empty for the whole organization.
  func prefix(organization: String, workspace: String) -> IndexKey {
    [.string(organization), .string(workspace), .string(status.rawValue), .flag(isUnowned)]
  }

  /// Returns whether a key that has not been archived is in this state.
  func contains(_ key: ApiKey) -> Bool {
    key.status == status.rawValue && key.userId.isEmpty == isUnowned
  }

  /// Returns the keys under which a key counts: in its organization, and in its workspace.
  static func counts(of key: ApiKey) -> [IndexKey] {
    let isArchived = key.archivedAt != nil
    let status = isArchived ? KeyStatus.archived.rawValue : key.status
    let day = isArchived ? nil : key.expiresAt?.day
    return ["", key.workspaceId].map { workspace in
      [
        .string(key.organizationId), .string(workspace), .string(status),
        .flag(!isArchived && key.userId.isEmpty), .number(day.map { UInt64($0) } ?? .max),
      ]
    }
  }
}
