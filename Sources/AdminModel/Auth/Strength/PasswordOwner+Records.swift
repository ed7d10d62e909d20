internal import AdminProtos
internal import Store

extension PasswordOwner {
  /// Creates the owner for a user who is a member of their organizations.
  init(_ user: UserRecord, in tx: borrowing some Transaction & ~Copyable) throws {
    try self.init(
      name: user.name, email: user.email, memberOf: Users.organizations(of: user.id, in: tx),
      in: tx)
  }

  /// Creates the owner for an invitee of an organization, from what that organization knows. A
  /// refusal must not tell what other organizations know about the address.
  ///
  /// - Parameter name: The invitee's name, if the organization doesn't know them yet.
  init(
    name: String, invitedBy invite: Invite, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let organization = invite.organizationId
    let known = try Users.unclaimed(MailAddress(invite.email), in: organization, tx)?.record
    try self.init(
      name: known?.name ?? name, email: invite.email, memberOf: [organization], in: tx)
  }

  private init(
    name: String, email: String, memberOf ids: [String],
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    var organizations: [String] = []
    for id in ids {
      if let organization = try AdminSchema.organizations.get(id, in: tx)?.record {
        organizations.append(organization.name)
      }
    }
    self.init(name: name, email: email, organizations: organizations)
  }
}
