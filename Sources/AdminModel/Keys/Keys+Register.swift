public import AdminProtos
public import Store

extension Keys {
  /// The allowed lengths of a value, in characters.
  private static let valueLengths = 20...1024

  /// Stores a key that was made elsewhere: its id, and its value in sealed form. A key without a
  /// name is named by its hint.
  public static func register(
    _ request: RegisterKeyRequest, with secrets: KeySecrets, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> ApiKey {
    let value = request.value
    var violations = Violations()
    violations.checkID(request.id, of: .key)
    if !request.name.isEmpty { violations.checkName(request.name, limit: nameLimit) }
    request.check(at: tx.now, into: &violations)
    check(value, against: request.partialKeyHint, into: &violations)
    try violations.check()

    var key = try request.key(.registerKeys, by: access, in: tx)
    key.id = request.id
    key.kind = KeyKind.registered.rawValue
    let hash = secrets.hash(ofRegistered: value, in: key.organizationId)
    try refuseTaken(hash, in: key.organizationId, tx)
    key.partialKeyHint = try freeHint(
      of: value, preferring: request.partialKeyHint, for: key, in: tx)
    if key.name.isEmpty { key.name = key.partialKeyHint }
    let record = KeyRecord(
      resource: key, secretHash: hash, sealedValue: try secrets.seal(value, of: key.id))
    return try shown(
      AdminSchema.keys.insert(record, action: "api_key.registered", in: &tx), in: tx)
  }

  /// Returns the value of a registered key, and records that it was revealed.
  public static func reveal(
    _ id: String, with secrets: KeySecrets, by access: Access, in tx: inout WriteTransaction
  ) throws -> String {
    let record = try find(id, for: .revealKeys, by: access, in: tx).record
    guard record.key.isOf(.registered) else {
      throw AdminError.refused(
        reason: "KEY_NOT_REGISTERED",
        message: "API key \(id) was issued here, so only its hash is stored. If its secret is "
          + "lost, rotate the key.")
    }
    let value = try secrets.open(record.sealedValue, of: id)
    try tx.record(
      action: "api_key.revealed", resource: id, organization: record.key.organizationId)
    return value
  }

  /// Checks a value. No message repeats any part of it.
  private static func check(
    _ value: String, against hint: String, into violations: inout Violations
  ) {
    let length = value.utf8.count
    guard valueLengths.contains(length) else {
      return violations.add(
        "value", "LENGTH",
        "must be \(valueLengths.lowerBound) to \(valueLengths.upperBound) characters, not \(length)"
      )
    }
    guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return violations.add(
        "value", "CHARACTERS", "must be printable ASCII characters, without spaces")
    }
    guard !hint.isEmpty else { return }
    switch KeyHint.fits(hint, value) {
    case true?: break
    case false?:
      violations.add(
        "value", "CONTRADICTS_HINT",
        "doesn't match partial_key_hint, so it is the value of another key")
    case nil:
      violations.add(
        "partial_key_hint", "MALFORMED_HINT",
        "must be a key's beginning, \"...\" and its end, such as \"sk-ant-api03-R2D...igAA\"")
    }
  }

  private static func refuseTaken(
    _ hash: [UInt8], in organization: String, _ tx: borrowing WriteTransaction
  ) throws {
    let taken = try AdminSchema.keys.first(AdminSchema.keysBySecret, at: [.bytes(hash)], in: tx)
    guard let id = taken?.record.key.id else { return }
    throw AdminError.exists(
      reason: "KEY_VALUE_REGISTERED",
      message: "Organization \(organization) already has a key with this value: \(id). See it: "
        + "steward keys get \(id)")
  }

  /// Returns a free hint for a value. It is the hint that the key's origin shows, if that shows no
  /// more than a hint may.
  private static func freeHint(
    of value: String, preferring known: String, for key: ApiKey,
    in tx: borrowing WriteTransaction
  ) throws -> String {
    let hint = KeyHint(of: value)
    let choices = (hint.allows(known) ? [known] : []) + hint.choices
    return try freeHint(of: key.id, in: key.organizationId, among: choices, in: tx)
  }
}
