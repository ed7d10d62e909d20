public import AdminProtos
internal import IPCProtos
public import Store

extension Sessions {
  /// Returns a page of the caller's own sessions, or of a user's, newest first.
  ///
  /// - Parameters:
  ///   - user: A user's id, which needs the super admin's role; empty for the caller's own.
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
  public static func list(
    of user: String, limit: Int32?, after: String, before: String, includeEnded: Bool,
    by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<SessionRecord> {
    var violations = Violations()
    let user = user.isEmpty ? access.user ?? "" : user
    violations.checkID(user, of: .user, field: "user_id")
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .session, into: &violations)
    try violations.check()
    if user != access.user {
      try access.require(.manageUsers, at: .installation, of: "user", user)
    }
    guard !includeEnded else {
      return try AdminSchema.sessions.page(
        page, of: AdminSchema.sessionsByUser, at: IndexKey(user), in: tx)
    }
    let now = tx.now
    return try AdminSchema.sessions.page(
      page, of: AdminSchema.openSessionsByUser, at: IndexKey(user), in: tx,
      where: { $0.lasts(at: now) })
  }

  /// Ends one of the caller's own sessions, or, for a super admin, any user's session. A session
  /// that has ended stays as it is.
  public static func revoke(
    _ id: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> SessionRecord {
    var violations = Violations()
    violations.checkID(id, of: .session)
    try violations.check()
    let session = try AdminSchema.sessions.require(id, in: tx).record
    // The caller must not learn whether another user has a session.
    guard access.isUser(session.userId) || access.allows(.manageUsers, at: .installation) else {
      throw StoreError.notFound("session", id)
    }
    return try end(id, .revoked, in: &tx).record
  }
}

extension Access {
  /// The user who makes the call; nil for another kind of principal.
  var user: String? { principal.kind == .user ? principal.id : nil }
}
