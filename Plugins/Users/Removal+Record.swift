import AdminModel
import StewardProtos

extension Members {
  static func remove(
    _ request: RemoveUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Removal {
    try remove(
      request.id, of: request.organizationId, ifMatch: request.ifMatch,
      Leaving(heir: request.reassignKeysTo, archivesCreated: request.archiveCreated),
      sparingAdmins: request.spareAdmins, by: access, in: &tx)
  }
}

extension RemoveUserResponse {
  /// A response must fit into a frame, however many keys there are.
  private static let mostKeys = 500

  init(_ removal: Removal, _ request: RemoveUserRequest) {
    func count(_ outcome: Removal.Key.Outcome) -> UInt32 {
      UInt32(clamping: removal.keys.count { $0.outcome == outcome })
    }
    self.init(
      id: request.id, type: "user_deleted", organizationId: request.organizationId,
      keys: removal.keys.prefix(Self.mostKeys).map(LeaverKey.init),
      endedKeys: count(.ended), reassignedKeys: count(.reassigned), keptKeys: count(.kept),
      workspaceIds: removal.workspaces, dryRun: request.dryRun,
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
