public import AdminProtos
internal import GoogleProtos
internal import ProtobufRuntime
public import Store

extension Keys {
  /// Changes the name, the status and the networks, where the request gives them. The status
  /// "archived" is permanent.
  public static func update(
    _ request: UpdateKeyRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> ApiKey {
    let (name, status) = (request.name, request.status)
    var violations = Violations()
    if let name { violations.checkName(name, limit: nameLimit) }
    if let status { checkSettable(status, into: &violations) }
    let networks = request.allowedNetworks.map {
      violations.checkNetworks($0.ranges, field: "allowed_networks")
    }
    try violations.check()
    let found = try find(request.id, for: .updateKeys, by: access, in: tx).record.key
    if networks != nil { try refuseRegistered(found) }

    let now = tx.now
    return try change(request.id, ifMatch: request.ifMatch, "api_key.updated", in: &tx) { key in
      let isSame = [nil, key.name].contains(name) && [nil, key.allowedNetworks].contains(networks)
      if status == KeyStatus.archived.rawValue, isSame { return archive(&key, at: now) }
      guard name != nil || status != nil || networks != nil else { return }
      try refuseArchived(key)
      if status == KeyStatus.active.rawValue { try refuseExpired(key, at: now) }
      key.name = name ?? key.name
      key.allowedNetworks = networks ?? key.allowedNetworks
      if status == KeyStatus.archived.rawValue { return archive(&key, at: now) }
      key.status = status ?? key.status
    }
  }

  private static func refuseRegistered(_ key: ApiKey) throws {
    guard key.isOf(.registered) else { return }
    throw AdminError.refused(
      reason: "KEY_NOT_ISSUED",
      message: "API key \(key.id) was registered, so its allowed networks can only be set where "
        + "it was issued.")
  }

  /// Sets the owner of a key. The key has no owner if the request names no user.
  public static func link(
    _ request: LinkKeyRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> ApiKey {
    let user = request.userId
    var violations = Violations()
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
    try violations.check()
    let found = try find(request.id, for: .updateKeys, by: access, in: tx).record.key
    if !user.isEmpty { try requireMember(user, of: found.organizationId, in: tx) }
    if user != found.userId { try refuseSuspended(user, of: found.organizationId, in: tx) }
    return try change(request.id, ifMatch: request.ifMatch, "api_key.linked", in: &tx) { key in
      guard key.userId != user else { return }
      try refuseArchived(key)
      give(&key, to: user)
    }
  }

  /// Sets the owner of a key, who isn't suspended.
  static func give(_ key: inout ApiKey, to user: String) {
    key.userId = user
    key.userSuspended = false
  }

  /// Archives a key permanently. A key that was archived before keeps its first time.
  public static func revoke(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> ApiKey {
    _ = try find(id, for: .revokeKeys, by: access, in: tx)
    return try archive(id, ifMatch: etag, "api_key.revoked", in: &tx)
  }

  static func archive(
    _ id: String, ifMatch etag: String = "", _ action: String, in tx: inout WriteTransaction
  ) throws -> ApiKey {
    let now = tx.now
    return try change(id, ifMatch: etag, action, in: &tx) { archive(&$0, at: now) }
  }

  /// Archives all keys of a workspace when the workspace is archived. Returns how many, and when
  /// one of them was last used.
  static func archiveAll(
    ofWorkspace id: String, organization: String, in tx: inout WriteTransaction
  ) throws -> (count: Int, lastUsedAt: GoogleTimestamp?) {
    var count = 0
    var lastUse: GoogleTimestamp?
    for status in [KeyStatus.active, .inactive] {
      let place = KeyView(axis: .workspace(id), status: status.rawValue)
        .prefix(organization: organization)
      while let key = try AdminSchema.keys.first(AdminSchema.keysByView, at: place, in: tx) {
        let archived = try archive(key.record.key.id, "api_key.archived", in: &tx)
        count += 1
        lastUse = archived.lastUsedAt.map { .later(lastUse, $0) } ?? lastUse
      }
    }
    return (count, lastUse)
  }

  private static func archive(_ key: inout ApiKey, at now: GoogleTimestamp) {
    guard key.archivedAt == nil else { return }
    key.status = KeyStatus.archived.rawValue
    key.archivedAt = now
    // An archived key doesn't work, whatever becomes of its owner.
    key.userSuspended = false
  }

  static func change(
    _ id: String, ifMatch etag: String, _ action: String, in tx: inout WriteTransaction,
    _ body: (inout ApiKey) throws -> Void
  ) throws -> ApiKey {
    let now = tx.now
    let stored = try AdminSchema.keys.update(id, ifMatch: etag, action: action, in: &tx) { record in
      var changed = record.key
      try body(&changed)
      guard changed != record.key else { return }
      changed.updatedAt = now
      record.key = changed
    }
    return try shown(stored, in: tx)
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
