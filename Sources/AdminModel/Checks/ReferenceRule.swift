internal import AdminProtos
internal import ProtobufRuntime
internal import Store

/// A record that names another one, which isn't there.
struct DanglingReference {
  let noun: String
  let resource: String
  let target: String
  let key: String
}

/// Which records name which others: one rule for each field that does.
struct ReferenceRule: Sendable {
  /// More of one kind tell nothing new.
  private static let maximumOfAKind = 100

  /// Returns the records whose reference leads nowhere.
  let dangling: @Sendable (borrowing ReadTransaction) throws -> [DanglingReference]

  /// - Parameter key: What a record names; empty where it names nothing.
  private init<Record: Message, Target: Message>(
    from table: Table<Record>, to target: Table<Target>, key: @escaping @Sendable (Record) -> String
  ) {
    dangling = { tx in
      var found: [DanglingReference] = []
      try table.forEach(in: tx) { stored in
        let key = key(stored.record)
        guard try !key.isEmpty && !target.contains(key, in: tx) else { return true }
        found.append(
          DanglingReference(
            noun: table.noun, resource: table.resource(of: stored.record), target: target.noun,
            key: key))
        return found.count < Self.maximumOfAKind
      }
      return found
    }
  }

  static let all = [
    ReferenceRule(from: AdminSchema.organizations, to: AdminSchema.workspaces) {
      $0.defaultWorkspaceId
    },
    ReferenceRule(from: AdminSchema.workspaces, to: AdminSchema.organizations) {
      $0.organizationId
    },
    ReferenceRule(from: AdminSchema.memberships, to: AdminSchema.organizations) {
      $0.organizationId
    },
    ReferenceRule(from: AdminSchema.memberships, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.workspaceMembers, to: AdminSchema.workspaces) {
      $0.workspaceId
    },
    ReferenceRule(from: AdminSchema.workspaceMembers, to: AdminSchema.memberships) {
      AdminSchema.membershipKey($0.organizationId, $0.userId)
    },
    ReferenceRule(from: AdminSchema.invites, to: AdminSchema.organizations) { $0.organizationId },
    ReferenceRule(from: AdminSchema.keys, to: AdminSchema.organizations) { $0.organizationId },
    ReferenceRule(from: AdminSchema.keys, to: AdminSchema.workspaces) { $0.workspaceId },
    ReferenceRule(from: AdminSchema.keyUses, to: AdminSchema.keys) { $0.keyId },
    ReferenceRule(from: AdminSchema.passwords, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.loginPeers, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.sessions, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.adminKeys, to: AdminSchema.organizations) {
      $0.organizationId
    },
    ReferenceRule(from: AdminSchema.ownedObjects, to: AdminSchema.organizations) {
      $0.organizationId
    },
  ]
}
