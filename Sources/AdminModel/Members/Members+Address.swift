public import AdminProtos
internal import ProtobufRuntime
public import Store

/// A member with the organization that they are in.
public struct Placement: Hashable, Sendable {
  public let member: Member
  public let organization: OrganizationRecord

  /// The ids of the organization and the user, with a slash between them.
  public var id: String { AdminSchema.membershipKey(organization.id, member.user.id) }
}

extension Members {
  /// Returns a page of the places that the users of an address have, those first whose organization
  /// was made last. Organizations whose users the caller may not read are left out.
  ///
  /// - Parameters:
  ///   - email: The address, whatever its case and the tag after a "+".
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id of the place before the first one wanted, or empty.
  ///   - before: The id of the place after the last one wanted, or empty.
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
