internal import AdminLists
public import AdminProtos
internal import IPCProtos
public import Store

extension Sessions {
  /// Returns a page of the caller's own sessions, or of a user's, newest first. Another user's
  /// sessions need the super admin's role.
  public static func list(
    _ request: ListSessionsRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListSessionsResponse {
    var violations = Violations()
    let user = owner(request.userId, by: access, into: &violations)
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .session,
      into: &violations)
    try violations.check()
    if user != access.user {
      try access.require(.manageUsers, at: .installation, of: "user", user)
    }
    let now = tx.now
    let found =
      if request.includeEnded {
        try AdminSchema.sessions.page(
          page, of: AdminSchema.sessionsByUser, at: IndexKey(user), in: tx)
      } else {
        try AdminSchema.sessions.page(
          page, of: AdminSchema.openSessionsByUser, at: IndexKey(user), in: tx,
          where: { $0.session.lasts(at: now) })
      }
    return ListSessionsResponse(
      found.items.map { $0.record.session.shown(to: access) }, hasMore: found.hasMore, id: \.id)
  }

  /// Ends one of the caller's own sessions, or, for a super admin, any user's session. A session
  /// that has ended stays as it is.
  public static func revoke(
    _ id: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Session {
    var violations = Violations()
    violations.checkID(id, of: .session)
    try violations.check()
    let session = try AdminSchema.sessions.require(id, in: tx).record.session
    // The caller must not learn whether another user has a session.
    guard access.isUser(session.userId) || access.allows(.manageUsers, at: .installation) else {
      throw StoreError.notFound("session", id)
    }
    return try end(id, .revoked, in: &tx).record.session.shown(to: access)
  }
}

extension Access {
  /// The user who makes the call; nil for another kind of principal.
  var user: String? { principal.kind == .user ? principal.id : nil }
}
