internal import AdminProtos

extension LeaverKey {
  /// What happens to a key whose owner or creator leaves.
  enum Outcome: String {
    /// It is archived, or revoked if it is an admin key.
    case ended
    /// It gets a new owner.
    case reassigned
    /// It works as before.
    case kept
  }

  init(_ key: ApiKey, _ outcome: Outcome) {
    self.init(
      id: key.id, type: ApiKey.typeName, name: key.name, workspaceId: key.workspaceId,
      partialKeyHint: key.partialKeyHint, userId: key.userId, outcome: outcome.rawValue)
  }

  init(_ key: AdminKey, _ outcome: Outcome) {
    self.init(
      id: key.id, type: AdminKey.typeName, name: key.name, partialKeyHint: key.partialKeyHint,
      outcome: outcome.rawValue)
  }
}

extension RemoveUserResponse {
  /// The number of keys in a response. A response must fit into a frame, however many keys there
  /// are.
  private static let maximumKeys = 500

  /// Creates the response to a removal that has these outcomes for the keys.
  init(_ request: RemoveUserRequest, keys: [LeaverKey]) {
    func count(_ outcome: LeaverKey.Outcome) -> UInt32 {
      UInt32(clamping: keys.count { $0.outcome == outcome.rawValue })
    }
    self.init(
      id: request.id, type: "user_deleted", organizationId: request.organizationId,
      keys: Array(keys.prefix(Self.maximumKeys)), endedKeys: count(.ended),
      reassignedKeys: count(.reassigned), keptKeys: count(.kept), dryRun: request.dryRun)
  }
}
