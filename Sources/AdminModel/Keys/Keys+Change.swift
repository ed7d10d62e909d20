internal import AdminProtos
internal import GoogleProtos
internal import ProtobufRuntime
public import Store

extension Keys {
  /// Changes the name, the status and the networks, where they are given.
  ///
  /// - Parameters:
  ///   - networks: The only networks from which an issued key may be used; empty for everywhere.
  ///   - status: "active", "inactive", or "archived", which is permanent.
  ///   - etag: The etag that the key must still have; empty for any.
  public static func update(
    _ id: String, name: String?, status: String?, networks: [String]? = nil, ifMatch etag: String,
    by access: Access, in tx: inout WriteTransaction
  ) throws -> KeyDetail {
    var violations = Violations()
    if let name { violations.checkName(name, limit: nameLimit) }
    if let status { checkSettable(status, into: &violations) }
    let networks = networks.map { violations.checkNetworks($0, field: "allowed_networks") }
    try violations.check()
    let key = try find(id, for: .updateKeys, by: access, in: tx).record
    if networks != nil { try refuseRegistered(key) }

    let now = tx.now
    return try change(id, ifMatch: etag, "api_key.updated", in: &tx) { record in
      let isSame =
        [nil, record.name].contains(name) && [nil, record.allowedNetworks].contains(networks)
      if status == KeyStatus.archived.rawValue, isSame {
        return archive(&record, at: now)
      }
      guard name != nil || status != nil || networks != nil else { return }
      try refuseArchived(record)
      if status == KeyStatus.active.rawValue { try refuseExpired(record, at: now) }
      record.name = name ?? record.name
      record.allowedNetworks = networks ?? record.allowedNetworks
      if status == KeyStatus.archived.rawValue { return archive(&record, at: now) }
      record.status = status ?? record.status
    }
  }

  private static func refuseRegistered(_ record: KeyRecord) throws {
    guard record.kind == .registered else { return }
    throw AdminError.refused(
      reason: "KEY_NOT_ISSUED",
      message: "API key \(record.id) was registered, so its allowed networks can only be set where "
        + "it was issued.")
  }

  /// Sets the owner of a key. The key has no owner if `user` is empty.
  public static func link(
    _ id: String, to user: String, ifMatch etag: String, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> KeyDetail {
    var violations = Violations()
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
    try violations.check()
    let record = try find(id, for: .updateKeys, by: access, in: tx).record
    if !user.isEmpty { try requireMember(user, of: record.organizationId, in: tx) }
    return try change(id, ifMatch: etag, "api_key.linked", in: &tx) { record in
      guard record.userId != user else { return }
      try refuseArchived(record)
      record.userId = user
    }
  }

  /// Archives a key permanently. A key that was archived before keeps its first time.
  public static func revoke(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> KeyDetail {
    _ = try find(id, for: .revokeKeys, by: access, in: tx)
    return try archive(id, ifMatch: etag, "api_key.revoked", in: &tx)
  }

  static func archive(
    _ id: String, ifMatch etag: String = "", _ action: String, in tx: inout WriteTransaction
  ) throws -> KeyDetail {
    let now = tx.now
    return try change(id, ifMatch: etag, action, in: &tx) { archive(&$0, at: now) }
  }

  /// Archives all keys of a workspace when the workspace is archived. Returns how many.
  @discardableResult
  static func archiveAll(
    ofWorkspace id: String, organization: String, in tx: inout WriteTransaction
  ) throws -> Int {
    var count = 0
    for status in [KeyStatus.active, .inactive] {
      let place = KeyView(axis: .workspace(id), status: status.rawValue)
        .prefix(organization: organization)
      while let key = try AdminSchema.keys.first(AdminSchema.keysByView, at: place, in: tx) {
        _ = try archive(key.record.id, "api_key.archived", in: &tx)
        count += 1
      }
    }
    return count
  }

  private static func archive(_ record: inout KeyRecord, at now: GoogleTimestamp) {
    guard record.archivedAt == nil else { return }
    record.status = KeyStatus.archived.rawValue
    record.archivedAt = now
  }

  static func change(
    _ id: String, ifMatch etag: String, _ action: String, in tx: inout WriteTransaction,
    _ body: (inout KeyRecord) throws -> Void
  ) throws -> KeyDetail {
    let now = tx.now
    let stored = try AdminSchema.keys.update(id, ifMatch: etag, action: action, in: &tx) { record in
      var changed = record
      try body(&changed)
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }
    return try KeyDetail(stored, in: tx)
  }

  private static func checkSettable(_ status: String, into violations: inout Violations) {
    let settable: [KeyStatus] = [.active, .inactive, .archived]
    guard !settable.map(\.rawValue).contains(status) else { return }
    let problem =
      status == KeyStatus.expired.rawValue
      ? "can't be set to \"expired\", which follows from expires_at"
      : "must be \"active\", \"inactive\" or \"archived\", not \"\(status.asRefused)\""
    violations.add("status", "UNKNOWN_STATUS", problem)
  }
}
