internal import AdminProtos
internal import Store

extension Keys {
  /// Archives or reassigns the keys that a member owns. Archives the keys that they created but
  /// don't own, if `leaving` asks for it.
  ///
  /// An expired key is of no use to another owner, so it is archived.
  static func leave(
    _ user: String, of organization: String, _ leaving: Leaving, in tx: inout WriteTransaction
  ) throws -> [Removal.Key] {
    let owned = try inUse(.user(user), of: organization, in: tx)
    let created = try inUse(.creator(user), of: organization, in: tx).filter { $0.userId != user }
    let now = tx.now
    let passed = try owned.map { key in
      leaving.heir.isEmpty || key.hasExpired(at: now)
        ? try end(key, in: &tx) : try pass(key, to: leaving.heir, in: &tx)
    }
    let others = try created.map { key in
      leaving.archivesCreated ? try end(key, in: &tx) : Removal.Key(key, .kept)
    }
    return passed + others
  }

  private static func inUse(
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

  private static func end(_ key: ApiKey, in tx: inout WriteTransaction) throws -> Removal.Key {
    Removal.Key(try archive(key.id, "api_key.archived", in: &tx), .ended)
  }

  private static func pass(
    _ key: ApiKey, to heir: String, in tx: inout WriteTransaction
  ) throws -> Removal.Key {
    let passed = try change(key.id, ifMatch: "", "api_key.linked", in: &tx) { key in
      key.userId = heir
    }
    return Removal.Key(passed, .reassigned)
  }
}

extension Removal.Key {
  fileprivate init(_ key: ApiKey, _ outcome: Outcome) {
    self.init(
      id: key.id, kind: .apiKey, name: key.name, workspace: key.workspaceId,
      hint: key.partialKeyHint, owner: key.userId, outcome: outcome)
  }
}
