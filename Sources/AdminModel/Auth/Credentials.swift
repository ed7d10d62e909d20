internal import AdminProtos
public import GoogleProtos
public import IPCProtos
public import Store

/// The resolution of credentials to principals.
public enum Credentials {
  /// The holder of a credential: its principal, and until when it is valid if nothing changes.
  public struct Holder: Sendable, Hashable {
    public let principal: IPCPrincipal
    public let expiresAt: GoogleTimestamp?
    /// The nouns of the events that can make this result invalid.
    public let dependsOn: [String]
    /// When the user last showed their password, if they have one.
    public let passwordShownAt: GoogleTimestamp?

    /// The permissions of each role that the holder has, by the role's name; nil for everything.
    public var permissionsByRole: [String: [String]?] {
      let roles = Set(principal.roles.compactMap { Role(rawValue: $0.role) })
      return Dictionary(
        uniqueKeysWithValues: roles.map { role in
          let held = role.permissions.filter { $0.mayBeHeld(by: principal.kind) }
          return (role.rawValue, role == .superAdmin ? nil : held.map(\.rawValue).sorted())
        })
    }

    /// The permissions of the holder's roles, in whatever place they are held; nil for everything.
    /// Those for what belongs to the holder alone are among them.
    public var permissions: [String]? {
      let roles = principal.roles.compactMap { Role(rawValue: $0.role) }
      guard !roles.contains(.superAdmin) else { return nil }
      // A user who is logged in may always manage their own account, whatever their roles are now.
      var held: Set<Permission> = []
      if principal.kind == .user {
        held = roles.reduce(into: [.actForOneself]) { $0.formUnion($1.ownPermissions) }
      }
      return roles.reduce(into: held) { $0.formUnion($1.permissions) }
        .filter { $0.mayBeHeld(by: principal.kind) }.map(\.rawValue).sorted()
    }
  }

  /// Returns the holder of an access token or an admin key. Only the host, and the user who runs
  /// it, may call this.
  public static func resolve(
    _ credential: String, by access: Access, keys: AuthKeys,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Holder {
    guard [.host, .operator].contains(access.principal.kind) else {
      throw AdminError.denied(
        message: "Only the host and the user who runs it may resolve a credential.")
    }
    return try SessionToken.isOne(credential)
      ? user(of: credential, keys, in: tx) : adminKey(credential, keys, in: tx)
  }

  /// The events that a session and the roles of its user depend on. A user who is removed from an
  /// organization leaves its workspaces without separate events. The same is true for all its
  /// members when an organization is deleted.
  private static let sourcesOfUsers = [
    AdminSchema.sessions.eventNoun, AdminSchema.users.eventNoun,
    AdminSchema.memberships.eventNoun, AdminSchema.workspaceMembers.eventNoun,
    AdminSchema.organizations.eventNoun,
  ]

  /// The events that an admin key depends on. When an organization is deleted, its admin keys are
  /// deleted without separate events.
  private static let sourcesOfAdminKeys = [
    AdminSchema.adminKeys.eventNoun, AdminSchema.organizations.eventNoun,
  ]

  private static func user(
    of credential: String, _ keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Holder {
    guard let token = SessionToken(credential, as: .access, keys),
      let record = try AdminSchema.sessions.get(token.session, in: tx)?.record,
      case let session = record.session,
      let user = try AdminSchema.users.get(session.userId, in: tx)?.record
    else { throw AdminError.credentialInvalid }
    guard session.endedAt == nil else { throw AdminError.sessionOver(session) }
    let end = GoogleTimestamp(seconds: Int64(clamping: token.number))
    guard tx.now.seconds < end.seconds, session.lasts(at: tx.now) else {
      throw AdminError.accessTokenExpired
    }
    let principal = IPCPrincipal(
      kind: .user, id: user.id, roles: try roles(of: user, in: tx), session: session.id)
    return Holder(
      principal: principal, expiresAt: end, dependsOn: sourcesOfUsers,
      passwordShownAt: record.passwordShownAt)
  }

  private static func adminKey(
    _ credential: String, _ keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Holder {
    let hash = keys.adminKeyHash(of: credential)
    let found = try AdminSchema.adminKeys.first(
      AdminSchema.adminKeysBySecret, at: [.bytes(hash)], in: tx)
    guard let record = found?.record else { throw AdminError.credentialInvalid }
    let key = record.key
    guard key.revokedAt == nil else { throw AdminError.adminKeyOver(key.id, "was revoked") }
    if let end = key.expiresAt, tx.now.microseconds >= end.microseconds {
      throw AdminError.adminKeyOver(key.id, "has expired")
    }
    let end = try end(of: hash, record, at: tx.now)
    let role = IPCRoleGrant(
      role: Role.admin.rawValue, organizationId: key.organizationId)
    return Holder(
      principal: IPCPrincipal(kind: .adminKey, id: key.id, roles: [role]),
      expiresAt: end, dependsOn: sourcesOfAdminKeys, passwordShownAt: nil)
  }

  /// Returns until when a secret of an admin key works; nil for no end.
  private static func end(
    of hash: [UInt8], _ record: AdminKeyRecord, at now: GoogleTimestamp
  ) throws -> GoogleTimestamp? {
    let key = record.key
    guard !HashingKey.areSame(record.secretHash, hash) else { return key.expiresAt }
    guard HashingKey.areSame(record.formerSecretHash, hash) else {
      throw AdminError.credentialInvalid
    }
    guard let former = key.formerSecretExpiresAt, former.microseconds > now.microseconds else {
      throw AdminError.adminKeyOver(key.id, "has another secret now")
    }
    return [key.expiresAt, former].compactMap(\.self).min { $0.microseconds < $1.microseconds }
  }

  /// Returns every role that a user holds, and where. A suspended member holds none in the
  /// organization and its workspaces.
  private static func roles(
    of user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [IPCRoleGrant] {
    var roles: [IPCRoleGrant] = []
    var suspended: Set<String> = []
    if user.isSuperAdmin { roles.append(IPCRoleGrant(role: Role.superAdmin.rawValue)) }
    try AdminSchema.memberships.forEach(
      of: AdminSchema.membershipsByUser, at: IndexKey(user.id), in: tx
    ) { stored in
      let membership = stored.record
      guard membership.suspendedAt == nil else {
        suspended.insert(membership.organizationId)
        return true
      }
      roles.append(
        IPCRoleGrant(role: membership.role, organizationId: membership.organizationId))
      return true
    }
    try AdminSchema.workspaceMembers.forEach(
      of: AdminSchema.workspaceMembersByUser, at: IndexKey(user.id), in: tx
    ) { stored in
      let member = stored.record
      guard !suspended.contains(member.organizationId) else { return true }
      roles.append(
        IPCRoleGrant(
          role: member.role, organizationId: member.organizationId,
          workspaceId: member.workspaceId))
      return true
    }
    return roles
  }
}
