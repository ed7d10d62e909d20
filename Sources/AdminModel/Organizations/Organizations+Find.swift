internal import AdminProtos
internal import Store

extension Organizations {
  /// Returns a page of the organizations that the caller may know of and that a request selects by
  /// ids, by a query, or by both.
  ///
  /// It reads all organizations in which the caller has a role; for a caller who may know of all,
  /// those that have the query's rarest word.
  static func found(
    _ page: PageRequest, ids: [String], _ query: SearchQuery?, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<Organization> {
    let named = ids.isEmpty ? query?.id(of: .organization).map { [$0] } : ids
    let visible = access.organizations.map(Set.init)
    let candidates =
      if let named {
        Set(named).filter { visible?.contains($0) ?? AdminKind.organization.matches($0) }
      } else {
        visible
      }
    if let candidates {
      return try AdminSchema.organizations.page(
        page, among: candidates.filter { try query?.means($0, tx) ?? true }, in: tx)
    }
    guard let query else { return try AdminSchema.organizations.page(page, in: tx) }
    return try AdminSchema.organizations.page(
      page, matching: query, in: AdminSchema.installationScope,
      by: AdminSchema.organizationsByWords, tx)
  }
}

extension SearchQuery {
  /// Returns whether the query is an organization's id or has words of its name.
  fileprivate func means(
    _ id: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard text != id else { return true }
    guard let record = try AdminSchema.organizations.get(id, in: tx)?.record else { return false }
    return AdminSchema.organizationsByWords.matches(record, self)
  }
}
