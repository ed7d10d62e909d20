internal import AdminProtos
internal import Store

/// A condition that an operation required of its caller.
enum AccessCondition: Hashable {
  /// The caller has a permission at a place. A refusal says which record it was required for.
  case permission(Permission, at: Scope, noun: String, id: String)
  /// The record belongs to this user, who is the caller and has a permission for their own records
  /// at a place.
  case own(Permission, at: Scope, noun: String, id: String, of: String)
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
    case .own(let permission, let scope, let noun, let id, let user):
      AccessConditionRecord(
        permission: permission.rawValue, organizationId: scope.organization ?? "",
        workspaceId: scope.workspace ?? "", noun: noun, id: id, userId: user)
    case .user(let id): AccessConditionRecord(userId: id)
    case .operatorAlone: AccessConditionRecord(isOperator: true)
    }
  }

  /// Reads a condition. Returns nil if it requires something that is not known here, which no
  /// caller meets.
  init?(_ record: AccessConditionRecord) {
    if record.isOperator {
      self = .operatorAlone
    } else if !record.userId.isEmpty && record.permission.isEmpty {
      self = .user(record.userId)
    } else if let permission = Permission(rawValue: record.permission) {
      let (noun, id, user) = (record.noun, record.id, record.userId)
      let scope = Scope(organization: record.organizationId, workspace: record.workspaceId)
      self =
        user.isEmpty
        ? .permission(permission, at: scope, noun: noun, id: id)
        : .own(permission, at: scope, noun: noun, id: id, of: user)
    } else {
      return nil
    }
  }
}

extension Access {
  /// Throws unless the caller meets the condition now. A record may belong to another user by now.
  func require(
    _ condition: AccessCondition, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    switch condition {
    case .permission(let permission, let scope, let noun, let id):
      try require(permission, at: scope, of: noun, id)
    case .own(let permission, let scope, let noun, let id, let user):
      guard isUser(user) else { throw AdminError.replayDenied }
      try require(
        permission, reading: permission, at: scope, of: noun, id,
        owner: AdminSchema.owner(of: noun, id, in: tx))
    case .user(let id):
      guard isUser(id) else { throw AdminError.replayDenied }
    case .operatorAlone:
      try requireOperator("changed in this way")
    }
  }
}

extension AdminSchema {
  /// Returns the user who owns a record; empty if there is none. Only keys have owners.
  fileprivate static func owner(
    of noun: String, _ id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    guard noun == keys.noun else { return "" }
    return try keys.get(id, in: tx)?.record.key.userId ?? ""
  }
}

extension AdminError {
  static let replayDenied = AdminError.denied(
    message: "Only the caller who made this call may see its outcome.")
}
