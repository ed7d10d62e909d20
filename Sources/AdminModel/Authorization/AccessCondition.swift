internal import AdminProtos

/// A condition that an operation required of its caller.
enum AccessCondition: Hashable {
  /// The caller has a permission at a place. A refusal says which record it was required for.
  case permission(Permission, at: Scope, noun: String, id: String)
  /// The caller is this user.
  case user(String)
  /// The caller is the user who runs the host.
  case operatorAlone
}

extension AccessCondition {
  var record: AccessConditionRecord {
    switch self {
    case .permission(let permission, let scope, let noun, let id):
      AccessConditionRecord(
        permission: permission.rawValue, organizationId: scope.organization ?? "",
        workspaceId: scope.workspace ?? "", noun: noun, id: id)
    case .user(let id): AccessConditionRecord(userId: id)
    case .operatorAlone: AccessConditionRecord(isOperator: true)
    }
  }

  /// Reads a condition. Returns nil if it requires something that is not known here, which no
  /// caller meets.
  init?(_ record: AccessConditionRecord) {
    if record.isOperator {
      self = .operatorAlone
    } else if !record.userId.isEmpty {
      self = .user(record.userId)
    } else if let permission = Permission(rawValue: record.permission) {
      let scope = Scope(organization: record.organizationId, workspace: record.workspaceId)
      self = .permission(permission, at: scope, noun: record.noun, id: record.id)
    } else {
      return nil
    }
  }
}

extension Access {
  /// Throws unless the caller meets the condition now.
  func require(_ condition: AccessCondition) throws {
    switch condition {
    case .permission(let permission, let scope, let noun, let id):
      try require(permission, at: scope, of: noun, id)
    case .user(let id):
      guard isUser(id) else { throw AdminError.replayDenied }
    case .operatorAlone:
      try requireOperator("changed in this way")
    }
  }
}

extension AdminError {
  static let replayDenied = AdminError.denied(
    message: "Only the caller who made this call may see its outcome.")
}
