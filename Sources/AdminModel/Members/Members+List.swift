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
    let sought = request.search.isEmpty ? nil : violations.checkSearch(request.search)
    for role in roles { violations.checkRole(role, of: Role.ofOrganizations, field: "roles") }
    try violations.check()

    try requireOrganization(organization, .readUsers, by: access, in: tx)
    let wanted = { (record: MembershipRecord) in roles.isEmpty || roles.contains(record.role) }
    if let sought, address == nil {
      return try list(sought, of: organization, page, tx, where: wanted)
    }
    page.after = page.after.map { AdminSchema.membershipKey(organization, $0) }
    page.before = page.before.map { AdminSchema.membershipKey(organization, $0) }
    let found =
      if let address {
        try AdminSchema.memberships.page(
          page,
          among: keys(of: address, in: organization, tx) { user, membership in
            wanted(membership) && sought.map(SearchText(of: user).matches) ?? true
          }, in: tx)
      } else {
        try AdminSchema.memberships.page(
          page, of: AdminSchema.membershipsByOrganization, at: IndexKey(organization), in: tx,
          where: wanted)
      }
    return ListUsersResponse(
      try found.items.map { try member($0, in: tx).resource }, hasMore: found.hasMore)
  }

  /// Returns the keys of the memberships of all users with this address, with any tag. They are
  /// few.
  private static func keys(
    of address: MailAddress, in organization: String,
    _ tx: borrowing some Transaction & ~Copyable,
    where isWanted: (UserRecord, MembershipRecord) throws -> Bool
  ) throws -> [String] {
    var users: [UserRecord] = []
    try AdminSchema.users.forEach(
      of: AdminSchema.usersByUntaggedAddress, at: IndexKey(address.untagged), in: tx
    ) { user in
      users.append(user.record)
      return true
    }
    var keys: [String] = []
    for user in users {
      guard let membership = try membership(of: user.id, in: organization, tx),
        try isWanted(user, membership.record)
      else { continue }
      keys.append(AdminSchema.membershipKey(organization, user.id))
    }
    return keys
  }

  /// Lists the members whose name or address matches a search. An index finds the matching users of
  /// the whole installation, and those in other organizations are skipped.
  private static func list(
    _ sought: SearchQuery, of organization: String, _ page: PageRequest,
    _ tx: borrowing some Transaction & ~Copyable, where isWanted: (MembershipRecord) -> Bool
  ) throws -> ListUsersResponse {
    let found = try AdminSchema.users.page(
      page, of: AdminSchema.usersByPart, at: [.bytes(sought.part)], in: tx
    ) { user in
      guard SearchText(of: user).matches(sought) else { return false }
      return try membership(of: user.id, in: organization, tx).map { isWanted($0.record) } ?? false
    }
    let members = try found.items.compactMap { user in
      try membership(of: user.record.id, in: organization, tx).map { Member(user, $0).resource }
    }
    return ListUsersResponse(members, hasMore: found.hasMore)
  }
}

extension Violations {
  /// Checks a search for beginnings of words. Returns the query, if an index can serve it.
  fileprivate mutating func checkSearch(_ text: String) -> SearchQuery? {
    guard let query = SearchQuery(text) else {
      add(
        "search", "LENGTH",
        "must have a word of at least \(SearchQuery.shortestWord) bytes, and at most "
          + "\(SearchQuery.longest) bytes in all")
      return nil
    }
    return query
  }
}
