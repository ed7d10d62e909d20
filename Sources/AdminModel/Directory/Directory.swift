public import AdminProtos
public import Store

/// What ids stand for, and where things are that a caller looks for. The permission to read a noun,
/// at the place of each record, decides what a caller is told of it.
public enum Directory {
  /// Returns what ids stand for. What doesn't exist, and what the caller may not read, is left out.
  public static func resolve(
    _ request: ResolveIDsRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ResolveIDsResponse {
    var violations = Violations()
    violations.checkCount(ofIDs: request.ids)
    violations.checkOrganization(request.organizationId)
    try violations.check()
    let access = access.within(request.organizationId)
    var (known, data) = (Set<String>(), [DirectoryEntry]())
    for id in request.ids where known.insert(id).inserted {
      data += try entries(of: id, by: access, limit: 1, in: tx)
    }
    return ResolveIDsResponse(data: try named(data, by: access, in: tx))
  }

  /// Returns what an id stands for. That is a single entry, except for a user, who has one for each
  /// organization that the caller may read.
  static func entries(
    of id: String, by access: Access, limit: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    if AdminKind.user.matches(id) { return try users(id, by: access, limit: limit, in: tx) }
    guard let (entry, permission, place) = try entry(of: id, in: tx),
      access.allows(permission, at: place)
    else { return [] }
    return [entry]
  }

  /// Returns what the id of a thing stands for, and the permission that reading it needs.
  private static func entry(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> (DirectoryEntry, Permission, Scope)? {
    switch AdminKind.recognizing(id) {
    case .organization:
      try AdminSchema.organizations.get(id, in: tx).map {
        (DirectoryEntry($0.record), .readOrganizations, .organization(id))
      }
    case .workspace:
      try AdminSchema.workspaces.get(id, in: tx).map {
        (DirectoryEntry($0.record), .readWorkspaces, $0.record.scope)
      }
    case .key:
      try AdminSchema.keys.get(id, in: tx).map {
        (DirectoryEntry($0.record), .readKeys, $0.record.key.scope)
      }
    case .invite:
      try AdminSchema.invites.get(id, in: tx).map {
        (DirectoryEntry($0.record), .readInvites, .organization($0.record.invite.organizationId))
      }
    case .adminKey:
      try AdminSchema.adminKeys.get(id, in: tx).map {
        (DirectoryEntry($0.record), .readAdminKeys, .organization($0.record.key.organizationId))
      }
    case .user, .session, nil: nil
    }
  }

  /// Returns a user once for each of their organizations whose users the caller may read.
  private static func users(
    _ id: String, by access: Access, limit: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    guard let user = try AdminSchema.users.get(id, in: tx)?.record else { return [] }
    let organizations =
      try access.organizations?.filter {
        try Members.membership(of: id, in: $0, tx) != nil
      } ?? Users.organizations(of: id, in: tx)
    if organizations.isEmpty, access.allows(.readUsers, at: .installation) {
      return [DirectoryEntry(user, in: "")]
    }
    return organizations.lazy.filter { access.allows(.readUsers, at: .organization($0)) }
      .prefix(limit).map { DirectoryEntry(user, in: $0) }
  }

  /// Returns the entries with the names of their organizations, where the caller may read those.
  static func named(
    _ entries: [DirectoryEntry], by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    var names = ["": ""]
    return try entries.map { entry in
      let id = entry.organizationId
      if names[id] == nil, access.allows(.readOrganizations, at: .organization(id)) {
        names[id] = try AdminSchema.organizations.get(id, in: tx)?.record.name
      }
      var named = entry
      named.organizationName = names[id] ?? ""
      return named
    }
  }
}

extension Violations {
  /// Checks the organization that a request is limited to, if it is.
  mutating func checkOrganization(_ id: String) {
    if !id.isEmpty { checkID(id, of: .organization, field: "organization_id") }
  }
}
