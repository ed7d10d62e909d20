internal import AdminProtos
internal import Store

extension AdminKeys {
  /// Ends the admin keys that a member created, if `leaving` asks for it. They belong to the
  /// organization and have no owner.
  static func leave(
    _ user: String, of organization: String, _ leaving: Leaving, in tx: inout WriteTransaction
  ) throws -> [Removal.Key] {
    var created: [AdminKeyRecord] = []
    try AdminSchema.adminKeys.forEach(
      of: AdminSchema.usableAdminKeysByOrganization, at: IndexKey(organization), in: tx
    ) { stored in
      if stored.record.createdById == user { created.append(stored.record) }
      return true
    }
    if leaving.archivesCreated {
      for record in created { _ = try end(record.id, in: &tx) }
    }
    return created.map { record in
      Removal.Key(
        id: record.id, kind: .adminKey, name: record.name, workspace: "", hint: record.hint,
        owner: "", outcome: leaving.archivesCreated ? .ended : .kept)
    }
  }
}
