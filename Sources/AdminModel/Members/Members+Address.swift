internal import AdminLists
public import AdminProtos
public import Store

extension Members {
  /// Returns a page of the memberships of all users with an address. Memberships of the newest
  /// organization come first. Organizations whose users the caller may not read are left out.
  public static func listMemberships(
    _ request: ListMembershipsRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListMembershipsResponse {
    var violations = Violations()
    let address = violations.checkAddress(request.email)
    var page = PageRequest.newestFirst(
      limit: request.limit, after: "", before: "", of: .organization, into: &violations)
    (page.after, page.before) = (request.afterId, request.beforeId)
    try violations.check()

    let found = try AdminSchema.memberships.page(
      page, among: keys(of: address, readableBy: access, in: tx), in: tx)
    let data = try found.items.map { try shown($0, in: tx) }
    return ListMembershipsResponse(data, hasMore: found.hasMore, id: \.id)
  }

  /// Returns a membership as callers see it, together with the organization's name.
  private static func shown(
    _ membership: Stored<MembershipRecord>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Membership {
    let user = try member(membership, in: tx).resource(in: tx)
    let organization = try AdminSchema.organizations.require(user.organizationId, in: tx).record
    return Membership(
      id: AdminSchema.membershipKey(organization.id, user.id), type: "membership",
      organizationId: organization.id, organizationName: organization.name, user: user)
  }

  /// Returns the keys of the memberships of all users with an address, in the organizations whose
  /// users the caller may read.
  static func keys(
    of address: MailAddress, readableBy access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    try Users.ids(of: address, in: tx).flatMap { user in
      try Users.organizations(of: user, in: tx)
        .filter { access.allows(.readUsers, at: .organization($0)) }
        .map { AdminSchema.membershipKey($0, user) }
    }
  }
}
