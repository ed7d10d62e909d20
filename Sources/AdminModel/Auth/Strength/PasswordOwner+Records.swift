internal import AdminProtos
internal import Store

extension PasswordOwner {
  /// A user, as a member of their organizations.
  init(_ user: UserRecord, in tx: borrowing some Transaction & ~Copyable) throws {
    try self.init(
      name: user.name, email: user.email, memberOf: Users.organizations(of: user.id, in: tx),
      in: tx)
  }

  /// A guest of an organization, as that organization knows them: what others know of the address is
  /// not for a refusal to tell.
  ///
  /// - Parameter name: What the guest is called, if the organization doesn't know them yet.
  init(
    name: String, invitedBy invite: InviteRecord, in tx: borrowing some Transaction & ~Copyable
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
