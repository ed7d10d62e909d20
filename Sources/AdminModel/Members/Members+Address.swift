public import AdminProtos
internal import ProtobufRuntime
public import Store

/// A member together with their organization.
public struct Placement: Hashable, Sendable {
  public let member: Member
  public let organization: Organization

  /// The ids of the organization and the user, joined by a slash.
  public var id: String { AdminSchema.membershipKey(organization.id, member.user.id) }
}

extension Members {
  /// Returns a page of the memberships of all users with an address. Memberships of the newest
  /// organization come first. Organizations whose users the caller may not read are left out.
  ///
  /// - Parameters:
  ///   - email: The address, compared without its case and the tag after a "+".
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id of the placement that the page begins after; empty for none.
  ///   - before: The id of the placement that the page ends before; empty for none.
  public static func placements(
    of email: String, limit: Int32?, after: String, before: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Listing<Placement> {
    var violations = Violations()
    let address = violations.checkAddress(email)
    var page = PageRequest.newestFirst(
      limit: limit, after: "", before: "", of: .organization, into: &violations)
    (page.after, page.before) = (after, before)
    try violations.check()

    let found = try AdminSchema.memberships.page(
      page, among: keys(of: address, readableBy: access, in: tx), in: tx)
    let places = try found.items.map { stored in
      Placement(
        member: try member(stored, in: tx),
        organization: try AdminSchema.organizations.require(
          stored.record.organizationId, in: tx
        ).record)
    }
    return Listing(items: places, hasMore: found.hasMore)
  }

  private static func keys(
    of address: MailAddress, readableBy access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var users: [String] = []
    try AdminSchema.users.forEach(
      of: AdminSchema.usersByUntaggedAddress, at: IndexKey(address.untagged), in: tx
    ) { user in
      users.append(user.record.id)
      return true
    }
    return try users.flatMap { user in
      try Users.organizations(of: user, in: tx)
        .filter { access.allows(.readUsers, at: .organization($0)) }
        .map { AdminSchema.membershipKey($0, user) }
    }
  }
}
