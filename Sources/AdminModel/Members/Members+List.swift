internal import StewardProtos
public import Store

extension Members {
  /// Returns a page of an organization's members, those added last first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id of the user before the first one wanted, or empty.
  ///   - before: The id of the user after the last one wanted, or empty.
  ///   - email: An address, whatever its case and the tag after a "+"; empty for any.
  ///   - roles: Any of these; empty for all.
  public static func list(
    organization: String, limit: Int32?, after: String, before: String, email: String,
    roles: [String], by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Listing<Member> {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    var page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .user, into: &violations)
    let address = email.isEmpty ? nil : violations.checkAddress(email)
    for role in roles { violations.checkRole(role, of: Role.ofOrganizations, field: "roles") }
    try violations.check()

    try requireOrganization(organization, .readUsers, by: access, in: tx)
    page.after = page.after.map { AdminSchema.membershipKey(organization, $0) }
    page.before = page.before.map { AdminSchema.membershipKey(organization, $0) }
    let wanted = { (record: MembershipRecord) in roles.isEmpty || roles.contains(record.role) }
    let found =
      if let address {
        try AdminSchema.memberships.page(
          page, among: keys(of: address, in: organization, tx, where: wanted), in: tx)
      } else {
        try AdminSchema.memberships.page(
          page, of: AdminSchema.membershipsByOrganization, at: IndexKey(organization), in: tx,
          where: wanted)
      }
    return Listing(items: try found.items.map { try member($0, in: tx) }, hasMore: found.hasMore)
  }

  /// The keys of the memberships of all who have this address, with whatever tag. They are few.
  private static func keys(
    of address: MailAddress, in organization: String,
    _ tx: borrowing some Transaction & ~Copyable, where isWanted: (MembershipRecord) -> Bool
  ) throws -> [String] {
    var users: [String] = []
    try AdminSchema.users.forEach(
      of: AdminSchema.usersByUntaggedAddress, at: IndexKey(address.untagged), in: tx
    ) { user in
      users.append(user.record.id)
      return true
    }
    var keys: [String] = []
    for user in users {
      guard let membership = try membership(of: user, in: organization, tx) else { continue }
      if isWanted(membership.record) { keys.append(AdminSchema.membershipKey(organization, user)) }
    }
    return keys
  }
}
