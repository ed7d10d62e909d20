internal import AdminProtos
internal import ProtobufRuntime
internal import Store

/// The passwords of users: their rules, and their hashes. Hashing a password is done elsewhere,
/// since it takes too long for a transaction.
public enum Passwords {
  /// In characters. (NIST SP 800-63B asks for a length and advises against rules of composition.)
  static let lengths = 12...256

  /// Throws unless the owner may choose a password.
  public static func check(
    _ password: String, for owner: PasswordOwner, field: String = "password"
  ) throws {
    var violations = Violations()
    check(password, for: owner, field: field, into: &violations)
    try violations.check()
  }

  static func check(
    _ password: String, for owner: PasswordOwner, field: String = "password",
    into violations: inout Violations
  ) {
    let length = password.unicodeScalars.count
    if password.isEmpty {
      violations.add(
        field, "REQUIRED", "must be \(lengths.lowerBound) to \(lengths.upperBound) characters")
    } else if !lengths.contains(length) {
      violations.add(
        field, length < lengths.lowerBound ? "TOO_SHORT" : "TOO_LONG",
        "must be \(lengths.lowerBound) to \(lengths.upperBound) characters, not \(length)")
    } else if let (reason, message) = weakness(of: GuessableText(password), owner) {
      violations.add(field, reason, message)
    }
  }

  /// Returns why a password is easy to guess; nil if it isn't. (NIST SP 800-63B, section 3.1.1.2.)
  private static func weakness(
    of password: GuessableText, _ owner: PasswordOwner
  ) -> (reason: String, message: String)? {
    if let name = owner.name(in: password) {
      return (
        "CONTAINS_NAME",
        "must not contain \"\(name.asRefused)\", because attackers try names first"
      )
    }
    let strength = PasswordStrength(of: password, names: owner.names)
    guard strength.powersOfTen < PasswordStrength.least else { return nil }
    let advice = "attackers try these first; use several unrelated words"
    if strength.parts.contains(.name) {
      return ("CONTAINS_NAME", "is little more than a name; \(advice)")
    }
    return strength.parts.contains(.word)
      ? ("COMMON", "is little more than common words; \(advice)")
      : ("RUN", "is little more than sequences and repeats, such as 4567 and qwerty; \(advice)")
  }

  /// Returns the hash of a user's password in argon2's encoding; nil while there is none.
  static func hash(
    of user: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    try AdminSchema.passwords.get(user, in: tx)?.record.hash_
  }

  /// Deletes a user's password, if there is one.
  static func end(of user: String, in tx: inout WriteTransaction) throws {
    guard try AdminSchema.passwords.contains(user, in: tx) else { return }
    try AdminSchema.passwords.delete(user, in: &tx)
  }

  /// Records that a password is proven to be the user's. Nothing else of it changes.
  static func prove(of user: String, in tx: inout WriteTransaction) throws {
    try AdminSchema.passwords.update(user, action: "password.proven", in: &tx) {
      $0.isProven = true
    }
  }

  /// Sets the hash of a user's password.
  ///
  /// - Parameter isProven: Whether more than the word of an organization's admin says that the
  ///   password is the user's; see ``Accounts``.
  static func set(
    _ hash: String, of user: String, isProven: Bool, in tx: inout WriteTransaction
  ) throws {
    let record = PasswordRecord(userId: user, hash_: hash, updatedAt: tx.now, isProven: isProven)
    guard try AdminSchema.passwords.contains(user, in: tx) else {
      try AdminSchema.passwords.insert(record, action: "password.set", in: &tx)
      return
    }
    try AdminSchema.passwords.update(user, action: "password.changed", in: &tx) { $0 = record }
  }
}
