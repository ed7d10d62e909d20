internal import ProtobufRuntime
internal import Store

/// The rules for what is deleted with an organization: one rule for each kind of record that
/// belongs to it.
struct OrganizationCascade {
  /// The noun for the deleted records in a deletion's counts; nil for records that callers don't
  /// know.
  let noun: String?
  /// Deletes the organization's records of this kind, and returns how many were deleted.
  let delete: @Sendable (_ organization: String, inout WriteTransaction) throws -> Int

  static let rules = [
    all(of: AdminSchema.ownedObjects, by: AdminSchema.ownedObjectsByOrganization),
    all(of: AdminSchema.keyUses, by: AdminSchema.keyUsesByOrganization),
    all(of: AdminSchema.keys, by: AdminSchema.keysByView) {
      KeyView(axis: .all).prefix(organization: $0)
    },
    all(of: AdminSchema.adminKeys, by: AdminSchema.adminKeysByOrganization),
    all(of: AdminSchema.workspaceMembers, by: AdminSchema.workspaceMembersByOrganization),
    all(of: AdminSchema.invites, by: AdminSchema.invitesByAddress),
    OrganizationCascade(noun: "super admin right") { organization, tx in
      try Members.endSuperAdmins(of: organization, in: &tx)
    },
    OrganizationCascade(noun: AdminSchema.memberships.noun) { organization, tx in
      try Members.endAll(of: organization, in: &tx)
    },
    // The users who are unclaimed in the organization. No other organization knows them.
    OrganizationCascade(noun: nil) { organization, tx in
      try AdminSchema.users.deleteAll(
        of: AdminSchema.usersByAddress, at: IndexKey(organization), in: &tx)
    },
    all(of: AdminSchema.workspaces, by: AdminSchema.workspacesByView) {
      WorkspaceView.everything.key(organization: $0)
    },
  ]

  /// Returns the rule for the records that an index has under a prefix. The default prefix is the
  /// organization's id.
  private static func all<Record: Message>(
    of table: Table<Record>, by index: Index<Record>,
    at prefix: @escaping @Sendable (String) -> IndexKey = { IndexKey($0) }
  ) -> OrganizationCascade {
    OrganizationCascade(noun: table.isAudited ? table.noun : nil) { organization, tx in
      try table.deleteAll(of: index, at: prefix(organization), in: &tx)
    }
  }
}
