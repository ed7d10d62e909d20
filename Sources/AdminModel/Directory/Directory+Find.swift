public import AdminProtos
public import Store

extension Directory {
  fileprivate static let defaultLimit: Int32 = 20
  fileprivate static let limits: ClosedRange<Int32> = 1...100

  /// The number of organizations in which hints and words are looked up. Each costs a look into
  /// every index. Only the names of organizations have an index of the whole installation.
  private static let maximumSearched = 20

  /// Finds what a text names by an id, a mail address or a hint, or by the beginnings of words.
  public static func find(
    _ request: FindRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> FindResponse {
    var violations = Violations()
    let (query, limit) = violations.check(request)
    try violations.check()
    let access = access.within(request.organizationId)
    guard let query else { return FindResponse() }
    guard AdminKind.recognizing(query.text) == nil else {
      return try response(
        entries(of: query.text, by: access, limit: limit + 1, in: tx), [], limit, access, tx)
    }
    let places = try searchedOrganizations(access, tx)
    let exact = try exact(query.text, in: places, limit: limit + 1, by: access, tx)
    let byWords = try byWords(query, in: places, limit: limit + 1, by: access, tx)
    return try response(exact, byWords.map { $0.filter { !exact.contains($0) } }, limit, access, tx)
  }

  /// Returns the newest organizations in which the caller has a role.
  private static func searchedOrganizations(
    _ access: Access, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    if let own = access.organizations { return Array(own.reversed().prefix(maximumSearched)) }
    return try AdminSchema.organizations.page(PageRequest(limit: maximumSearched), in: tx)
      .items.map(\.record.id)
  }

  /// Returns what has this mail address or hint as a whole.
  private static func exact(
    _ text: String, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    var violations = Violations()
    let address = violations.checkAddress(text)
    if violations.found.isEmpty {
      return try people(address, in: places, limit: limit, by: access, tx)
    }
    guard text.contains(KeyHint.ellipsis) else { return [] }
    return try keys(hint: text, in: places, limit: limit, by: access, tx)
  }

  /// Returns the users and the invites with an address, with any tag.
  private static func people(
    _ address: MailAddress, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    var found = try Members.keys(of: address, readableBy: access, in: tx)
      .sorted(by: >).prefix(limit).compactMap { key in
        try AdminSchema.memberships.get(key, in: tx).map { DirectoryEntry($0.record) }
      }
    for place in places where access.allows(.readInvites, at: .organization(place)) {
      try AdminSchema.invites.forEach(
        of: AdminSchema.invitesByAddress, at: IndexKey(place, address.untagged), in: tx
      ) { stored in
        if stored.record.isOpen { found.append(DirectoryEntry(stored.record)) }
        return found.count < limit
      }
    }
    return found
  }

  /// Returns the API keys and admin keys with a hint.
  private static func keys(
    hint: String, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [DirectoryEntry] {
    var found: [DirectoryEntry] = []
    for place in places {
      guard let id = try Keys.id(hint: hint, of: place, in: tx) else { continue }
      found += try entries(of: id, by: access, limit: 1, in: tx)
    }
    guard let end = SearchQuery(KeyHint.end(of: hint)) else { return found }
    return try found + adminKeys(end, in: places, limit: limit, by: access, tx) { $0 == hint }
  }

  static func adminKeys(
    _ query: SearchQuery, in places: [String], limit: Int, by access: Access,
    _ tx: borrowing some Transaction & ~Copyable,
    whereHint isWanted: (String) -> Bool = { _ in true }
  ) throws -> [DirectoryEntry] {
    try AdminSchema.adminKeys.newest(
      query, by: AdminSchema.adminKeysByWords,
      in: places.filter { access.allows(.readAdminKeys, at: .organization($0)) }, limit: limit, tx,
      where: { isWanted($0.key.partialKeyHint) }, order: { (0, $0.key.id) }
    ).map { DirectoryEntry($0) }
  }
}

extension Directory {
  /// Returns the response with what fits into the limit. After what was found exactly, each kind
  /// gets a fair share of it, so that many keys of one name don't hide a user.
  private static func response(
    _ exact: [DirectoryEntry], _ byWords: [[DirectoryEntry]], _ limit: Int, _ access: Access,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> FindResponse {
    let shares = shares(of: limit - min(limit, exact.count), among: byWords.map(\.count))
    let data = exact.prefix(limit) + zip(byWords, shares).flatMap { $0.prefix($1) }
    let count = exact.count + byWords.reduce(0) { $0 + $1.count }
    return FindResponse(data: try named(Array(data), by: access, in: tx), hasMore: count > limit)
  }

  /// Divides a number of places among claims, evenly except where a claim is smaller.
  static func shares(of places: Int, among claims: [Int]) -> [Int] {
    var (shares, left) = (claims.map { _ in 0 }, min(places, claims.reduce(0, +)))
    while left > 0 {
      for index in claims.indices where left > 0 && shares[index] < claims[index] {
        shares[index] += 1
        left -= 1
      }
    }
    return shares
  }
}

extension Violations {
  fileprivate mutating func check(_ request: FindRequest) -> (SearchQuery?, limit: Int) {
    let query = checkQuery(request.text, field: "text")
    checkOrganization(request.organizationId)
    let (limit, limits) = (request.limit ?? Directory.defaultLimit, Directory.limits)
    if !limits.contains(limit) {
      add(
        "limit", "OUT_OF_RANGE",
        "must be \(limits.lowerBound) to \(limits.upperBound), not \(limit)")
    }
    return (query, Int(limit))
  }
}
