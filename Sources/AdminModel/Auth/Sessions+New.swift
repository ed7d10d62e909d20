public import AdminProtos
internal import GoogleProtos
internal import Store

extension Sessions {
  /// Throws if the session that a request asks for breaks a rule. The check comes first so that no
  /// password is hashed in vain.
  public static func check(_ new: NewSession?) throws {
    var violations = Violations()
    check(new, into: &violations)
    try violations.check()
  }

  static func check(_ new: NewSession?, into violations: inout Violations) {
    guard let new else { return }
    checkLabel(new.label, field: "new_session.label", into: &violations)
  }

  /// Begins a session of a user who has just shown their password, or chosen one. Returns its first
  /// tokens.
  static func begin(
    _ new: NewSession, of user: String, _ keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> SessionTokens {
    let record = try begin(of: user, label: new.label, in: &tx)
    return SessionTokens(of: record.session, number: record.counter, at: tx.now, keys)
  }
}
