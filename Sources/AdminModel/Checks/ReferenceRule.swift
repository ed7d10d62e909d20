internal import AdminProtos
internal import ProtobufRuntime
internal import Store

/// A reference to a record that doesn't exist.
struct DanglingReference {
  let noun: String
  let resource: String
  let target: String
  let key: String
}

/// The references between records: one rule for each field that names another record.
struct ReferenceRule: Sendable {
  /// The maximum number of findings of one rule. More of one kind tell nothing new.
  private static let maximumOfAKind = 100

  /// Returns the references of the rule that lead to no record.
  let dangling: @Sendable (borrowing ReadTransaction) throws -> [DanglingReference]

  /// Creates a rule for a field.
  ///
  /// - Parameter key: Returns the key that a record names; empty where it names none.
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
    ReferenceRule(from: AdminSchema.invites, to: AdminSchema.organizations) {
      $0.invite.organizationId
    },
    ReferenceRule(from: AdminSchema.keys, to: AdminSchema.organizations) { $0.key.organizationId },
    ReferenceRule(from: AdminSchema.keys, to: AdminSchema.workspaces) { $0.key.workspaceId },
    ReferenceRule(from: AdminSchema.keyUses, to: AdminSchema.keys) { $0.keyId },
    ReferenceRule(from: AdminSchema.passwords, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.loginPeers, to: AdminSchema.users) { $0.userId },
    ReferenceRule(from: AdminSchema.sessions, to: AdminSchema.users) { $0.session.userId },
    ReferenceRule(from: AdminSchema.adminKeys, to: AdminSchema.organizations) {
      $0.key.organizationId
    },
    ReferenceRule(from: AdminSchema.ownedObjects, to: AdminSchema.organizations) {
      $0.organizationId
    },
  ]
}
