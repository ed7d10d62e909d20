internal import AdminProtos
internal import Store

extension AdminKeys {
  /// Ends the admin keys that a member created who leaves, if the request asks for it. They belong
  /// to the organization and have no owner.
  static func leave(
    _ request: RemoveUserRequest, in tx: inout WriteTransaction
  ) throws -> [LeaverKey] {
    var created: [AdminKey] = []
    try AdminSchema.adminKeys.forEach(
      of: AdminSchema.usableAdminKeysByOrganization, at: IndexKey(request.organizationId), in: tx
    ) { stored in
      if stored.record.createdById == request.id { created.append(stored.record.key) }
      return true
    }
    if request.archiveCreated {
      for key in created { _ = try end(key.id, in: &tx) }
    }
    return created.map { LeaverKey($0, request.archiveCreated ? .ended : .kept) }
  }
}
