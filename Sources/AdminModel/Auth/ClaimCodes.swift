public import AdminProtos
internal import GoogleProtos
public import Store

/// The code by which a person claims the installation without a shell on its host, as in a browser.
/// There is at most one.
public enum ClaimCodes {
  private static let id = "claim"
  private static let lifetime: Duration = .seconds(60 * 60)

  /// Lets the holder of a code claim the installation. The code replaces the one before.
  public static func begin(
    _ code: ClaimCodeText, by access: Access, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> ClaimCode {
    try access.requireOperator("claimed")
    guard try Installations.get(in: tx) == nil else { throw AdminError.alreadyClaimed }
    let record = ClaimCodeRecord(
      id: id, codeHash: keys.claimCodeHash(of: code.text), expiresAt: tx.now.adding(lifetime))
    let action = "claim_code.created"
    if try AdminSchema.claimCode.contains(id, in: tx) {
      try AdminSchema.claimCode.update(id, action: action, in: &tx) { $0 = record }
    } else {
      try AdminSchema.claimCode.insert(record, action: action, in: &tx)
    }
    return ClaimCode(code: code.text, expiresAt: record.expiresAt)
  }

  /// Throws unless the installation can be claimed by a code. The time it takes doesn't reveal how
  /// much of the code is right.
  public static func require(
    _ code: String, keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let record = try AdminSchema.claimCode.get(id, in: tx)?.record ?? ClaimCodeRecord()
    let isRight = HashingKey.areSame(record.codeHash, keys.claimCodeHash(of: code))
    let end = record.expiresAt?.microseconds ?? 0
    guard isRight, tx.now.microseconds < end else { throw AdminError.claimCodeInvalid }
  }

  /// Deletes the code, if there is one: the installation is claimed.
  static func end(in tx: inout WriteTransaction) throws {
    guard try AdminSchema.claimCode.contains(id, in: tx) else { return }
    try AdminSchema.claimCode.delete(id, action: "claim_code.ended", in: &tx)
  }
}
