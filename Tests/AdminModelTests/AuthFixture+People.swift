import AdminProtos
import Store

@testable import AdminModel

extension AuthFixture {
  func organization(_ name: String) async throws -> String {
    try await write { tx in
      try Organizations.create(CreateOrganizationRequest(name: name), by: .unlimited, in: &tx).id
    }
  }

  /// Adds an unclaimed user.
  @discardableResult
  func add(_ email: String, _ role: Role = .user, to organization: String, name: String = "Bob")
    async throws -> String
  {
    try await write { tx in
      try Members.add(
        AddUserRequest(organizationId: organization, email: email, name: name, role: role.rawValue),
        by: .unlimited, in: &tx
      ).id
    }
  }

  func invite(
    _ email: String, _ role: Role = .user, to organization: String, token: String,
    by access: Access = AuthFixture.operatorAccess
  ) async throws {
    let hash = Self.keys.inviteHash(of: token)
    _ = try await write { tx in
      try Invites.create(
        CreateInviteRequest(organizationId: organization, email: email, role: role.rawValue),
        tokenHash: hash,
        by: access, in: &tx)
    }
  }

  /// Makes a person a member: they accept an invite with a first password, and can log in.
  @discardableResult
  func person(
    _ email: String, _ role: Role = .user, in organization: String, superAdmin: Bool = false
  ) async throws -> String {
    let token = "\(email) \(organization) \(try store.lastRevision())"
    try await invite(email, role, to: organization, token: token)
    return try await write { tx in
      let invitee = try InviteAcceptance.admit(
        token: token, name: "Bob", password: "long enough it is", from: "", keys: Self.keys, in: &tx
      )
      let user = try InviteAcceptance.accept(
        invitee, name: "Bob", proof: .chosen(Self.hash), keys: Self.keys, in: &tx
      ).userId
      if superAdmin {
        _ = try Members.update(
          UpdateUserRequest(organizationId: organization, id: user, isSuperAdmin: true),
          by: .unlimited,
          in: &tx)
      }
      return user
    }
  }

  /// Makes a person with an account a member: they accept an invite by their password.
  func join(_ email: String, _ role: Role = .user, in organization: String) async throws {
    let token = "\(email) \(organization) \(try store.lastRevision())"
    try await invite(email, role, to: organization, token: token)
    _ = try await write { tx in
      let invitee = try InviteAcceptance.admit(
        token: token, name: "", password: "", from: "", keys: Self.keys, in: &tx)
      return try InviteAcceptance.accept(invitee, name: "", proof: .known, keys: Self.keys, in: &tx)
    }
  }

  /// Removes a member. Returns whether the user was a super admin and no longer is.
  @discardableResult
  func remove(_ user: String, of organization: String, by access: Access = .unlimited)
    async throws -> Bool
  {
    try await write { tx in
      try Members.remove(
        RemoveUserRequest(organizationId: organization, id: user), by: access, in: &tx
      ).superAdminEnded
    }
  }
}
