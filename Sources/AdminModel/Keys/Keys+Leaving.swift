internal import AdminProtos
internal import Store

extension Keys {
  /// Archives or reassigns the keys that a member owns who leaves. Archives the keys that they
  /// created but don't own, if the request asks for it.
  ///
  /// An expired key is of no use to another owner, so it is archived.
  static func leave(
    _ request: RemoveUserRequest, in tx: inout WriteTransaction
  ) throws -> [LeaverKey] {
    let (user, organization, heir) = (request.id, request.organizationId, request.reassignKeysTo)
    let owned = try inUse(.user(user), of: organization, in: tx)
    let created = try inUse(.creator(user), of: organization, in: tx).filter { $0.userId != user }
    let now = tx.now
    let passed = try owned.map { key in
      heir.isEmpty || key.hasExpired(at: now)
        ? try end(key, in: &tx) : try pass(key, to: heir, in: &tx)
    }
    let others = try created.map { key in
      request.archiveCreated ? try end(key, in: &tx) : LeaverKey(key, .kept)
    }
    return passed + others
  }

  /// Returns the keys of an organization that match an axis and aren't archived.
  static func inUse(
    _ axis: KeyView.Axis, of organization: String, in tx: borrowing WriteTransaction
  ) throws -> [ApiKey] {
    var keys: [ApiKey] = []
    for status in [KeyStatus.active, .inactive] {
      let place = KeyView(axis: axis, status: status.rawValue).prefix(organization: organization)
      try AdminSchema.keys.forEach(of: AdminSchema.keysByView, at: place, in: tx) { stored in
        keys.append(stored.record.key)
        return true
      }
    }
    return keys
  }

  private static func end(_ key: ApiKey, in tx: inout WriteTransaction) throws -> LeaverKey {
    LeaverKey(try archive(key.id, "api_key.archived", in: &tx), .ended)
  }

  private static func pass(
    _ key: ApiKey, to heir: String, in tx: inout WriteTransaction
  ) throws -> LeaverKey {
    let passed = try change(key.id, ifMatch: "", "api_key.linked", in: &tx) { key in
      give(&key, to: heir)
    }
    return LeaverKey(passed, .reassigned)
  }
}
