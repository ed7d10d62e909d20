internal import ProtobufRuntime
internal import Store

/// A rule for what is deleted with an organization: the records of one kind that belong to it.
struct OrganizationCascade: Sendable {
  /// The noun for the deleted records in a deletion's counts; nil for records that callers don't
  /// know.
  let noun: String?
  /// Deletes the organization's records of this kind, and returns how many were deleted.
  let delete: @Sendable (_ organization: String, inout WriteTransaction) throws -> Int

  /// The rules of all parts of the schema. What belongs to other records goes before them.
  static let rules = AdminSchema.parts.reversed().flatMap(\.cascade)

  /// Returns the rule for the records that an index has under a prefix. The default prefix is the
  /// organization's id.
  static func all<Record: Message>(
    of table: Table<Record>, by index: Index<Record>,
    at prefix: @escaping @Sendable (String) -> IndexKey = { IndexKey($0) }
  ) -> OrganizationCascade {
    OrganizationCascade(noun: table.isAudited ? table.noun : nil) { organization, tx in
      try table.deleteAll(of: index, at: prefix(organization), in: &tx)
    }
  }

  /// Returns the rule for a table that has at most one record of an organization, under its id.
  static func one<Record: Message>(of table: Table<Record>) -> OrganizationCascade {
    OrganizationCascade(noun: table.isAudited ? table.noun : nil) { organization, tx in
      guard try table.contains(organization, in: tx) else { return 0 }
      try table.delete(organization, in: &tx)
      return 1
    }
  }
}
