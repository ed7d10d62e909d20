internal import AdminLists
public import AdminProtos
public import Store

extension Members {
  /// Returns a page of an organization's members, newest users first.
  public static func list(
    _ request: ListUsersRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListUsersResponse {
    let (organization, roles) = (request.organizationId, request.roles)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    var page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .user,
      into: &violations)
    let address = request.email.isEmpty ? nil : violations.checkAddress(request.email)
    violations.checkCount(ofIDs: request.ids)
    let query = violations.checkOptionalQuery(request.query)
    for role in roles { violations.checkRole(role, of: Role.ofOrganizations, field: "roles") }
    try violations.check()

    try requireOrganization(organization, .readUsers, by: access, in: tx)
    page.after = page.after.map { AdminSchema.membershipKey(organization, $0) }
    page.before = page.before.map { AdminSchema.membershipKey(organization, $0) }
    let isWanted = { (record: MembershipRecord) in
      roles.isEmpty || roles.contains(record.role)
    }
    let found =
      if let users = try users(named: request.ids, query, address, tx) {
        try AdminSchema.memberships.page(
          page,
          among: keys(of: users, in: organization, tx) { record in
            isWanted(record) && query.map { $0.means(record) } ?? true
          }, in: tx)
      } else if let query {
        try AdminSchema.memberships.page(
          page, matching: query, in: organization, by: AdminSchema.membershipsByWords, tx,
          where: isWanted)
      } else {
        try AdminSchema.memberships.page(
          page, of: AdminSchema.membershipsByOrganization, at: IndexKey(organization), in: tx,
          where: isWanted)
      }
    return ListUsersResponse(
      try found.items.map { try member($0, in: tx).resource(in: tx) }, hasMore: found.hasMore)
  }

  /// Returns the ids of the few users that a list names: by their ids, by a query that is an id, or
  /// by an address with any tag. Returns nil if it names none.
  private static func users(
    named ids: [String], _ query: SearchQuery?, _ address: MailAddress?,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Set<String>? {
    let named = ids.isEmpty ? query?.id(of: .user).map { [$0] } : ids
    let users = named.map { Set($0.filter(AdminKind.user.matches)) }
    guard let address else { return users }
    let owners = Set(try Users.ids(of: address, in: tx))
    return users?.intersection(owners) ?? owners
  }

  private static func keys(
    of users: Set<String>, in organization: String,
    _ tx: borrowing some Transaction & ~Copyable, where isWanted: (MembershipRecord) -> Bool
  ) throws -> [String] {
    try users.filter { user in
      try membership(of: user, in: organization, tx).map { isWanted($0.record) } ?? false
    }.map { AdminSchema.membershipKey(organization, $0) }
  }
}

extension SearchQuery {
  /// Returns whether the query is a member's id or has words of their name and address.
  fileprivate func means(_ record: MembershipRecord) -> Bool {
    text == record.userId || AdminSchema.membershipsByWords.matches(record, self)
  }
}
