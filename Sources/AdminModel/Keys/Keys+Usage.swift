public import AdminProtos
internal import GoogleProtos
public import Store

extension Keys {
  /// Returns how often a key, or all keys of an organization together, were verified on each of the
  /// last days. The sum is a record of its own, so it costs as much as one key.
  public static func usage(
    _ request: KeyUsageRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyUsage {
    let record =
      try request.id.isEmpty
      ? uses(ofOrganization: request.organizationId, by: access, in: tx)
      : uses(ofKey: request.id, by: access, in: tx)
    let today = tx.now.day
    return KeyUsage(
      days: try (today - KeyUseRecord.countedDays + 1...today).map { day in
        KeyUsageDay(
          date: String(try GoogleTimestamp(day: day).text.prefix { $0 != "T" }),
          checks: UInt64(record?.checks(on: day) ?? 0))
      })
  }

  private static func uses(
    ofKey id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyUseRecord? {
    _ = try find(id, for: .readKeys, by: access, in: tx)
    return try AdminSchema.keyUses.get(id, in: tx)?.record
  }

  private static func uses(
    ofOrganization id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyUseRecord? {
    var violations = Violations()
    violations.checkID(id, of: .organization, field: "organization_id")
    try violations.check()
    try access.require(.readKeys, at: .organization(id), of: "organization", id)
    _ = try AdminSchema.organizations.require(id, in: tx)
    return try AdminSchema.organizationUses.get(id, in: tx)?.record
  }

  /// Records uses of keys, and adds them to the sums of their organizations. Skips keys that no
  /// longer exist. The time of a key's last use never moves backward.
  public static func recordUses(
    _ uses: [String: KeyUse], in tx: inout WriteTransaction
  ) throws {
    var sums: [String: [KeyUse]] = [:]
    for (id, use) in uses {
      guard let key = try AdminSchema.keys.get(id, in: tx)?.record.key else { continue }
      let organization = key.organizationId
      sums[organization, default: []].append(use)
      let new = KeyUseRecord(keyId: id, organizationId: organization)
      try add([use], to: AdminSchema.keyUses, id, orTo: new, in: &tx)
    }
    for (organization, uses) in sums {
      let new = KeyUseRecord(organizationId: organization)
      try add(uses, to: AdminSchema.organizationUses, organization, orTo: new, in: &tx)
    }
  }

  /// Adds uses to a record, or to a new one if there is none.
  private static func add(
    _ uses: [KeyUse], to table: Table<KeyUseRecord>, _ key: String, orTo new: KeyUseRecord,
    in tx: inout WriteTransaction
  ) throws {
    if try table.contains(key, in: tx) {
      try table.update(key, in: &tx) { record in
        for use in uses { record.add(use) }
      }
    } else {
      var record = new
      for use in uses { record.add(use) }
      try table.insert(record, in: &tx)
    }
  }
}
