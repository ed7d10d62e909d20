public import AdminProtos
internal import GoogleProtos
public import Store
internal import WellKnownTypes

extension Keys {
  /// Issues a key.
  public static func issue(
    _ request: IssueKeyRequest, with secrets: KeySecrets, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> MintedKey {
    var violations = Violations()
    violations.checkName(request.name, limit: nameLimit)
    request.check(at: tx.now, into: &violations)
    let networks = violations.checkNetworks(request.allowedNetworks, field: "allowed_networks")
    try violations.check()

    let secret = SecretText(prefix: prefix)
    var key = try request.key(.issueKeys, by: access, in: tx)
    key.id = try tx.newID(of: .key)
    key.kind = KeyKind.issued.rawValue
    key.allowedNetworks = networks
    var record = KeyRecord(resource: key)
    try put(secret, with: secrets, into: &record, in: tx)
    let stored = try AdminSchema.keys.insert(record, action: "api_key.issued", in: &tx)
    return MintedKey(key: try shown(stored, in: tx), secret: secret)
  }

  /// Gives an issued key a new secret. The request may let the former secret work for a while, at
  /// most 30 days.
  public static func rotate(
    _ request: RotateKeyRequest, with secrets: KeySecrets, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> MintedKey {
    let (id, overlap) = (request.id, request.overlap.map(Duration.init) ?? .zero)
    var violations = Violations()
    violations.checkOverlap(overlap)
    try violations.check()
    let record = try find(id, for: .rotateKeys, by: access, in: tx).record
    try refuseUnrotatable(record.key, at: tx.now)

    let secret = SecretText(prefix: prefix)
    var rotated = record
    rotated.formerSecretHash = record.secretHash
    // Without an overlap there is no expiry time, so the former secret can't work again after the
    // clock is set back.
    rotated.key.formerSecretExpiresAt = overlap > .zero ? tx.now.adding(overlap) : nil
    rotated.key.updatedAt = tx.now
    try put(secret, with: secrets, into: &rotated, in: tx)
    let stored = try AdminSchema.keys.update(
      id, ifMatch: request.ifMatch, action: "api_key.rotated", in: &tx
    ) { $0 = rotated }
    return MintedKey(key: try shown(stored, in: tx), secret: secret)
  }

  private static func put(
    _ secret: SecretText, with secrets: KeySecrets, into record: inout KeyRecord,
    in tx: borrowing WriteTransaction
  ) throws {
    let key = record.key
    record.secretHash = secrets.hash(ofIssued: secret.text)
    record.key.partialKeyHint = try freeHint(
      of: key.id, in: key.organizationId, among: secret.keyHint.choices, in: tx)
  }

  private static func refuseUnrotatable(_ key: ApiKey, at now: GoogleTimestamp) throws {
    guard key.isOf(.issued) else {
      throw AdminError.refused(
        reason: "KEY_NOT_ISSUED",
        message: "API key \(key.id) was registered, so it can only be rotated where it was "
          + "issued. Rotate it there and register the new one.")
    }
    try refuseArchived(key)
    try refuseExpired(key, at: now)
  }
}
