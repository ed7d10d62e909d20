import AdminModel
import AdminProtos
import IPCProtos
import Store

extension Members {
  static func remove(
    _ request: RemoveUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Removal {
    try remove(
      request.id, of: request.organizationId, ifMatch: request.ifMatch,
      Leaving(heir: request.reassignKeysTo, archivesCreated: request.archiveCreated),
      sparingAdmins: request.spareAdmins, by: access, in: &tx)
  }

  static func leave(
    _ request: LeaveRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Removal {
    try leave(request.organizationId, by: access, in: &tx)
  }
}

extension RemoveUserResponse {
  /// The number of keys in a response. A response must fit into a frame, however many keys there
  /// are.
  private static let maximumKeys = 500

  init(_ removal: Removal, _ request: RemoveUserRequest) {
    self.init(
      removal, of: request.id, from: request.organizationId, isDryRun: request.dryRun)
  }

  init(leaving removal: Removal, _ request: LeaveRequest, _ access: Access) {
    self.init(
      removal, of: access.principal.id, from: request.organizationId, isDryRun: request.dryRun)
  }

  private init(
    _ removal: Removal, of user: String, from organization: String, isDryRun: Bool
  ) {
    func count(_ outcome: Removal.Key.Outcome) -> UInt32 {
      UInt32(clamping: removal.keys.count { $0.outcome == outcome })
    }
    self.init(
      id: user, type: "user_deleted", organizationId: organization,
      keys: removal.keys.prefix(Self.maximumKeys).map(LeaverKey.init),
      endedKeys: count(.ended), reassignedKeys: count(.reassigned), keptKeys: count(.kept),
      workspaceIds: removal.workspaces, dryRun: isDryRun,
      superAdminEnded: removal.endedSuperAdmin)
  }
}

extension LeaverKey {
  fileprivate init(_ key: Removal.Key) {
    self.init(
      id: key.id, type: key.kind.rawValue, name: key.name, workspaceId: key.workspace,
      partialKeyHint: key.hint, userId: key.owner, outcome: key.outcome.rawValue)
  }
}
