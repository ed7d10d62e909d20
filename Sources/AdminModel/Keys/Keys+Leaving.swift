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
    let passed = try owned.map { record in
      leaving.heir.isEmpty || record.hasExpired(at: now)
        ? try end(record, in: &tx) : try pass(record, to: leaving.heir, in: &tx)
    }
    let others = try created.map { record in
      leaving.archivesCreated ? try end(record, in: &tx) : Removal.Key(record, .kept)
    }
    return passed + others
  }

  private static func inUse(
    _ axis: KeyView.Axis, of organization: String, in tx: borrowing WriteTransaction
  ) throws -> [KeyRecord] {
    var records: [KeyRecord] = []
    for status in [KeyStatus.active, .inactive] {
      let place = KeyView(axis: axis, status: status.rawValue).prefix(organization: organization)
      try AdminSchema.keys.forEach(of: AdminSchema.keysByView, at: place, in: tx) { stored in
        records.append(stored.record)
        return true
      }
    }
    return records
  }

  private static func end(_ record: KeyRecord, in tx: inout WriteTransaction) throws -> Removal.Key
  {
    Removal.Key(try archive(record.id, "api_key.archived", in: &tx).record, .ended)
  }

  private static func pass(
    _ record: KeyRecord, to heir: String, in tx: inout WriteTransaction
  ) throws -> Removal.Key {
    let passed = try change(record.id, ifMatch: "", "api_key.linked", in: &tx) { record in
      record.userId = heir
    }
    return Removal.Key(passed.record, .reassigned)
  }
}

extension Removal.Key {
  fileprivate init(_ record: KeyRecord, _ outcome: Outcome) {
    self.init(
      id: record.id, kind: .apiKey, name: record.name, workspace: record.workspaceId,
      hint: record.hint, owner: record.userId, outcome: outcome)
  }
}
