internal import AdminProtos
internal import GoogleProtos
internal import Store

/// What is found by the beginnings of words. Each kind has a list of its own, newest first.
extension Directory {
  static func byWords(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [[DirectoryEntry]] {
    [
      try organizations(query, limit: limit, by: access, tx),
      try workspaces(query, in: places, limit: limit, by: access, tx),
      try keys(query, in: places, limit: limit, by: access, tx),
      try users(query, in: places, limit: limit, by: access, tx),
      try invites(query, in: places, limit: limit, by: access, tx),
      try adminKeys(query, in: places, limit: limit, by: access, tx),
    ]
  }

  private static func organizations(
    _ query: SearchQuery, limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    try Organizations.found(PageRequest(limit: limit), ids: [], query, by: access, in: tx)
      .items.map(\.record).filter { access.allows(.readOrganizations, at: .organization($0.id)) }
      .map { DirectoryEntry($0) }
  }

  private static func workspaces(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    try AdminSchema.workspaces.newest(
      query, by: AdminSchema.workspacesByWords, in: places, limit: limit, tx,
      where: { $0.archivedAt == nil && access.allows(.readWorkspaces, at: $0.scope) },
      order: { (0, $0.id) }
    ).map { DirectoryEntry($0) }
  }

  private static func keys(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    try AdminSchema.keys.newest(
      query, by: AdminSchema.keysByWords, in: places, limit: limit, tx,
      where: { access.allows(.readKeys, at: $0.key.scope) },
      order: { ($0.key.createdAt?.microseconds ?? 0, $0.key.id) }
    ).map { DirectoryEntry($0) }
  }

  private static func users(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    try AdminSchema.memberships.newest(
      query, by: AdminSchema.membershipsByWords,
      in: places.filter { access.allows(.readUsers, at: .organization($0)) }, limit: limit, tx,
      order: { (0, $0.userId) }
    ).map { DirectoryEntry($0) }
  }

  private static func invites(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    try AdminSchema.invites.newest(
      query, by: AdminSchema.invitesByWords,
      in: places.filter { access.allows(.readInvites, at: .organization($0)) }, limit: limit, tx,
      where: \.isOpen, order: { (0, $0.invite.id) }
    ).map { DirectoryEntry($0) }
  }
}

extension InviteRecord {
  /// Whether the invite is neither withdrawn nor accepted. An accepted one is found as a user.
  var isOpen: Bool { deletedAt == nil && invite.acceptedAt == nil }
}

extension Table {
  /// Returns the newest records of several organizations that have the words of a query.
  ///
  /// - Parameter order: Returns a record's place in time. Ids are time-ordered, except for those
  ///   that were made elsewhere.
  func newest(
    _ query: SearchQuery, by search: SearchIndex<Record>, in organizations: [String], limit: Int,
    _ tx: borrowing some Transaction & ~Copyable,
    where isWanted: (Record) -> Bool = { _ in true }, order: (Record) -> (UInt64, String)
  ) throws -> [Record] {
    var found: [Record] = []
    for organization in organizations {
      found += try page(
        PageRequest(limit: limit), matching: query, in: organization, by: search, tx,
        where: isWanted
      ).items.map(\.record)
    }
    return Array(found.sorted { order($0) > order($1) }.prefix(limit))
  }
}
