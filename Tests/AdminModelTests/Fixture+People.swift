import AdminProtos
import IPCProtos
import Store

@testable import AdminModel

extension Fixture {
  /// Adds a member, with unlimited access.
  @discardableResult
  func member(
    _ email: String, _ role: Role = .user, name: String = "", in organization: String
  ) async throws -> User {
    try await write { tx in
      try Members.add(
        AddUserRequest(
          organizationId: organization, email: email, name: name.isEmpty ? email : name,
          role: role.rawValue),
        by: .unlimited, in: &tx)
    }
  }

  @discardableResult
  func change(_ user: String, of organization: String, to role: Role) async throws -> User {
    try await write { tx in
      try Members.update(
        UpdateUserRequest(organizationId: organization, id: user, role: role.rawValue),
        by: .unlimited,
        in: &tx)
    }
  }

  @discardableResult
  func remove(_ user: String, of organization: String, by access: Access = .unlimited)
    async throws -> RemoveUserResponse
  {
    try await write { tx in
      try Members.remove(
        RemoveUserRequest(organizationId: organization, id: user), by: access, in: &tx)
    }
  }

  func members(
    of organization: String, limit: Int32? = nil, after: String = "", before: String = "",
    email: String = "", roles: [Role] = [], query: String = "", ids: [String] = []
  ) throws -> ListUsersResponse {
    try store.read { tx in
      try Members.list(
        ListUsersRequest(
          organizationId: organization, limit: limit, afterId: after, beforeId: before,
          email: email, roles: roles.map(\.rawValue), query: query, ids: ids),
        by: .unlimited, in: tx)
    }
  }

  /// Invites an address. The token's hash is made of the organization, the address and the
  /// revision.
  @discardableResult
  func invite(_ email: String, _ role: Role = .user, to organization: String) async throws
    -> InviteRecord
  {
    let hash = Array("\(organization)\(email)\(try store.lastRevision())".utf8)
    return try await write { tx in
      let invite = try Invites.create(
        CreateInviteRequest(organizationId: organization, email: email, role: role.rawValue),
        tokenHash: hash, by: .unlimited, in: &tx)
      return try AdminSchema.invites.require(invite.id, in: tx).record
    }
  }

  /// Accepts an invite: with the account of the address, or with a first password if there is none.
  @discardableResult
  func accept(_ invite: InviteRecord, name: String = "Jane") async throws -> AcceptInviteResponse {
    try await write { tx in
      let email = try Invites.pending(tokenHash: invite.tokenHash, in: tx).invite.email
      let challenge = try Accounts.challenge(
        MailAddress(email), isPersonal: true, from: "", keys: AuthFixture.keys, in: &tx)
      return try InviteAcceptance.accept(
        InviteAcceptance.Invitee(
          tokenHash: invite.tokenHash, challenge: challenge, owner: .anybody),
        name: name,
        proof: challenge.attempt == nil ? .chosen(AuthFixture.hash) : .known,
        keys: AuthFixture.keys, in: &tx)
    }
  }

  /// Makes a person a member: they accept an invite. A person can join several organizations.
  @discardableResult
  func person(_ email: String, _ role: Role = .user, in organization: String) async throws
    -> User
  {
    let user = try await accept(invite(email, role, to: organization), name: email).userId
    return try store.read { tx in
      try Members.get(
        GetUserRequest(organizationId: organization, id: user), by: .unlimited, in: tx)
    }
  }

  /// Returns the record of a user, which is the same in every organization.
  func user(_ id: String) throws -> UserRecord {
    try store.read { tx in try AdminSchema.users.require(id, in: tx).record }
  }
}

extension Access {
  /// Returns the access of a user with one role, in one organization or in the whole installation.
  static func holding(_ role: Role, in organization: String = "") -> Access {
    Access(
      of: IPCPrincipal(
        kind: .user, id: "user_1",
        roles: [IPCRoleGrant(role: role.rawValue, organizationId: organization)]))
  }
}

extension PasswordOwner {
  /// An owner without a name and an address.
  static let anybody = PasswordOwner(name: "", email: "")
}

extension InviteRecord {
  var id: String { invite.id }
}
