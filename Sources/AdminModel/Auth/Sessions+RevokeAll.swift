public import AdminProtos
internal import IPCProtos
public import Store

extension Sessions {
  /// Ends every session of the caller but the one in which the caller calls.
  public static func revokeOthers(
    by access: Access, in tx: inout WriteTransaction
  ) throws -> RevokeSessionsResponse {
    guard let user = access.user, access.isUser(user) else {
      throw AdminError.denied(
        message: "Only a user has sessions. Call this with the access token of a session.")
    }
    return try revokeAll(of: user, except: access.principal.session, in: &tx)
  }

  /// Ends every session of a user: of the caller, of any user for a super admin, and of a member
  /// for an admin of the organization that the request names.
  ///
  /// The sessions end in all organizations, since a session belongs to none. The user may log in
  /// again at once, so this takes nothing from the other organizations. Only a super admin signs
  /// out a super admin.
  public static func revokeAll(
    _ request: RevokeAllSessionsRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> RevokeSessionsResponse {
    let organization = request.organizationId
    var violations = Violations()
    let user = owner(request.userId, by: access, into: &violations)
    if !organization.isEmpty {
      violations.checkID(organization, of: .organization, field: "organization_id")
    }
    try violations.check()
    if !access.isUser(user) {
      try requireMayRevoke(user, in: organization, by: access, in: tx)
    }
    return try revokeAll(of: user, in: &tx)
  }

  private static func requireMayRevoke(
    _ id: String, in organization: String, by access: Access, in tx: borrowing WriteTransaction
  ) throws {
    guard !organization.isEmpty else {
      try access.require(.manageUsers, at: .installation, of: "user", id)
      _ = try AdminSchema.users.require(id, in: tx)
      return
    }
    let member = try Members.find(id, of: organization, for: .manageUsers, by: access, in: tx)
    guard !member.user.isSuperAdmin || access.allows(.manageUsers, at: .installation) else {
      throw AdminError.denied(
        message: "User \(id) is a super admin. Only a super admin can sign them out.")
    }
  }

  private static func revokeAll(
    of user: String, except kept: String = "", in tx: inout WriteTransaction
  ) throws -> RevokeSessionsResponse {
    let ended = try endAll(of: user, except: kept, .revoked, in: &tx)
    return RevokeSessionsResponse(userId: user, endedSessions: UInt32(clamping: ended))
  }

  /// Returns the user whose sessions a request means: the caller, if it names none.
  static func owner(
    _ user: String, by access: Access, into violations: inout Violations
  ) -> String {
    let owner = user.isEmpty ? access.user ?? "" : user
    if owner.isEmpty {
      violations.add(
        "user_id", "REQUIRED",
        "must be the id of a user, because you call as no user and have no sessions of your own")
    } else {
      violations.checkID(owner, of: .user, field: "user_id")
    }
    return owner
  }
}
