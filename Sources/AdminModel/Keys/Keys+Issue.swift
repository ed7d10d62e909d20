internal import AdminProtos
internal import GoogleProtos
public import Store

extension Keys {
  /// Issues a key.
  public static func issue(
    _ draft: KeyDraft, with secrets: KeySecrets, by access: Access, in tx: inout WriteTransaction
  ) throws -> MintedKey {
    var violations = Violations()
    var draft = draft
    violations.checkName(draft.name, limit: nameLimit)
    draft.check(at: tx.now, into: &violations)
    try violations.check()
    let workspace = try workspace(for: draft, .issueKeys, by: access, in: tx)
    let owner = try owner(for: draft, in: workspace.organizationId, by: access, in: tx)

    let secret = SecretText(prefix: prefix)
    var record = draft.record(in: workspace, of: owner, by: access, at: tx.now)
    record.id = try tx.newID(of: .key)
    record.kind = .issued
    try put(secret, with: secrets, into: &record, in: tx)
    let stored = try AdminSchema.keys.insert(record, action: "api_key.issued", in: &tx)
    return MintedKey(key: try KeyDetail(stored, in: tx), secret: secret)
  }

  /// Gives an issued key a new secret.
  ///
  /// - Parameters:
  ///   - overlap: How long the former secret still works; at most 30 days.
  ///   - etag: The etag that the key must still have; empty for any.
  public static func rotate(
    _ id: String, overlap: Duration, ifMatch etag: String, with secrets: KeySecrets,
    by access: Access, in tx: inout WriteTransaction
  ) throws -> MintedKey {
    var violations = Violations()
    violations.checkOverlap(overlap)
    try violations.check()
    let record = try find(id, for: .rotateKeys, by: access, in: tx).record
    try refuseUnrotatable(record, at: tx.now)

    let secret = SecretText(prefix: prefix)
    var rotated = record
    rotated.formerSecretHash = record.secretHash
    // Without an overlap there is no expiry time, so the former secret can't work again after the
    // clock is set back.
    rotated.formerSecretExpiresAt = overlap > .zero ? tx.now.adding(overlap) : nil
    rotated.updatedAt = tx.now
    try put(secret, with: secrets, into: &rotated, in: tx)
    let stored = try AdminSchema.keys.update(
      id, ifMatch: etag, action: "api_key.rotated", in: &tx
    ) { $0 = rotated }
    return MintedKey(key: try KeyDetail(stored, in: tx), secret: secret)
  }

  private static func put(
    _ secret: SecretText, with secrets: KeySecrets, into record: inout KeyRecord,
    in tx: borrowing WriteTransaction
  ) throws {
    record.secretHash = secrets.hash(ofIssued: secret.text)
    record.hint = try freeHint(
      of: record.id, in: record.organizationId, among: secret.keyHint.choices, in: tx)
  }

  private static func refuseUnrotatable(_ record: KeyRecord, at now: GoogleTimestamp) throws {
    guard record.kind == .issued else {
      throw AdminError.refused(
        reason: "KEY_NOT_ISSUED",
        message: "API key \(record.id) was registered, so it can only be rotated where it was "
          + "issued. Rotate it there and register the new one.")
    }
    try refuseArchived(record)
    try refuseExpired(record, at: now)
  }
}
