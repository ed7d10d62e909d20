internal import ProtobufRuntime
internal import Store

/// What goes with an organization when it is deleted: one rule per kind of record that belongs to it.
struct OrganizationCascade {
  /// What went, as a deletion's counts call it; nil for what nobody knows by name.
  let noun: String?
  /// Deletes the organization's records of this kind, and returns how many went.
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
    // Those who are unclaimed in it, of whom no one else knows.
    OrganizationCascade(noun: nil) { organization, tx in
      try AdminSchema.users.deleteAll(
        of: AdminSchema.usersByAddress, at: IndexKey(organization), in: &tx)
    },
    all(of: AdminSchema.workspaces, by: AdminSchema.workspacesByView) {
      WorkspaceView.everything.key(organization: $0)
    },
  ]

  /// The records that an index has under a prefix, which is the organization's id unless said otherwise.
  private static func all<Record: Message>(
    of table: Table<Record>, by index: Index<Record>,
    at prefix: @escaping @Sendable (String) -> IndexKey = { IndexKey($0) }
  ) -> OrganizationCascade {
    OrganizationCascade(noun: table.isAudited ? table.noun : nil) { organization, tx in
      try table.deleteAll(of: index, at: prefix(organization), in: &tx)
    }
  }
}
