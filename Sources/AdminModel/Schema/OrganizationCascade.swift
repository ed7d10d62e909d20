internal import Store

/// What goes with an organization when it is deleted: one rule per kind of record that belongs to it.
struct OrganizationCascade {
  let kind: AdminKind
  /// Deletes the organization's records of this kind, and returns how many went.
  let delete: @Sendable (_ organization: String, inout WriteTransaction) throws -> Int

  static let rules = [
    OrganizationCascade(kind: .workspace) { organization, tx in
      try AdminSchema.workspaces.deleteAll(
        of: AdminSchema.workspacesByView,
        at: WorkspaceView.everything.key(organization: organization), in: &tx)
    }
  ]
}
