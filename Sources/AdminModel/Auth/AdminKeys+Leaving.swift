internal import AdminProtos
internal import Store

extension AdminKeys {
  /// Ends the admin keys that a member created, if `leaving` asks for it. They belong to the
  /// organization and have no owner.
  static func leave(
    _ user: String, of organization: String, _ leaving: Leaving, in tx: inout WriteTransaction
  ) throws -> [Removal.Key] {
    var created: [AdminKey] = []
    try AdminSchema.adminKeys.forEach(
      of: AdminSchema.usableAdminKeysByOrganization, at: IndexKey(organization), in: tx
    ) { stored in
      if stored.record.createdById == user { created.append(stored.record.key) }
      return true
    }
    if leaving.archivesCreated {
      for key in created { _ = try end(key.id, in: &tx) }
    }
    return created.map { key in
      Removal.Key(
        id: key.id, kind: .adminKey, name: key.name, workspace: "", hint: key.partialKeyHint,
        owner: "", outcome: leaving.archivesCreated ? .ended : .kept)
    }
  }
}
