internal import AdminProtos
public import Store

extension Keys {
  /// The allowed lengths of a value, in characters.
  private static let valueLengths = 20...1024

  /// Stores a key that was made elsewhere: its id, and its value in sealed form.
  ///
  /// - Parameters:
  ///   - draft: Its name may be empty. Then the key is named by its hint.
  ///   - id: The key's id in the place that it comes from.
  ///   - value: The whole key.
  ///   - hint: The hint that place shows. The value must fit it; empty when it isn't known.
  public static func register(
    _ draft: KeyDraft, id: String, value: String, hint: String, with secrets: KeySecrets,
    by access: Access, in tx: inout WriteTransaction
  ) throws -> KeyDetail {
    var violations = Violations()
    var draft = draft
    violations.checkID(id, of: .key)
    if !draft.name.isEmpty { violations.checkName(draft.name, limit: nameLimit) }
    draft.check(at: tx.now, into: &violations)
    check(value, against: hint, into: &violations)
    try violations.check()
    let workspace = try workspace(for: draft, .registerKeys, by: access, in: tx)
    let owner = try owner(for: draft, in: workspace.organizationId, by: access, in: tx)

    var record = draft.record(in: workspace, of: owner, by: access, at: tx.now)
    record.id = id
    record.kind = .registered
    record.secretHash = secrets.hash(ofRegistered: value, in: record.organizationId)
    try refuseTaken(record, in: tx)
    record.hint = try freeHint(of: value, preferring: hint, for: record, in: tx)
    if record.name.isEmpty { record.name = record.hint }
    record.sealedValue = try secrets.seal(value, of: id)
    return try KeyDetail(
      AdminSchema.keys.insert(record, action: "api_key.registered", in: &tx), in: tx)
  }

  /// Returns the value of a registered key, and records that it was revealed.
  public static func reveal(
    _ id: String, with secrets: KeySecrets, by access: Access, in tx: inout WriteTransaction
  ) throws -> String {
    let record = try find(id, for: .revealKeys, by: access, in: tx).record
    guard record.kind == .registered else {
      throw AdminError.refused(
        reason: "KEY_NOT_REGISTERED",
        message: "API key \(id) was issued here, so only its hash is stored. If its secret is "
          + "lost, rotate the key.")
    }
    let value = try secrets.open(record.sealedValue, of: id)
    try tx.record(action: "api_key.revealed", resource: id)
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
    _ record: KeyRecord, in tx: borrowing WriteTransaction
  ) throws {
    let place: IndexKey = [.bytes(record.secretHash)]
    guard let taken = try AdminSchema.keys.first(AdminSchema.keysBySecret, at: place, in: tx) else {
      return
    }
    throw AdminError.exists(
      reason: "KEY_VALUE_REGISTERED",
      message: "Organization \(record.organizationId) already has a key with this value: "
        + "\(taken.record.id). See it: steward keys get \(taken.record.id)")
  }

  /// Returns a free hint for a value. It is the hint that the key's origin shows, if that shows no
  /// more than a hint may.
  private static func freeHint(
    of value: String, preferring known: String, for record: KeyRecord,
    in tx: borrowing WriteTransaction
  ) throws -> String {
    let hint = KeyHint(of: value)
    let choices = (hint.allows(known) ? [known] : []) + hint.choices
    return try freeHint(of: record.id, in: record.organizationId, among: choices, in: tx)
  }
}
