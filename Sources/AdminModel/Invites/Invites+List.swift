public import AdminProtos
internal import ProtobufRuntime
public import Store

extension Invites {
  /// Returns a page of an organization's invites, newest first, without the withdrawn ones.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
  ///   - email: An address, compared without its case and the tag after a "+"; empty for any.
  ///   - roles: Only invites with one of these; empty for all.
  ///   - statuses: Only invites with one of these; empty for all.
  public static func list(
    organization: String, limit: Int32?, after: String, before: String, email: String,
    roles: [String], statuses: [String], by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<InviteRecord> {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .invite, into: &violations)
    let address = email.isEmpty ? nil : violations.checkAddress(email)
    for role in roles { violations.checkRole(role, of: Role.ofOrganizations, field: "roles") }
    for status in statuses { violations.checkStatus(status) }
    try violations.check()

    try Members.requireOrganization(organization, .readInvites, by: access, in: tx)
    let (index, prefix) =
      if let address {
        (AdminSchema.invitesByAddress, IndexKey(organization, address.untagged))
      } else {
        (AdminSchema.invitesByOrganization, IndexKey(organization))
      }
    let now = tx.now
    let listed = statuses.isEmpty ? InviteStatus.listed.map(\.rawValue) : statuses
    return try AdminSchema.invites.page(page, of: index, at: prefix, in: tx) { record in
      listed.contains(InviteStatus(of: record, at: now).rawValue)
        && (roles.isEmpty || roles.contains(record.role))
    }
  }
}

extension Violations {
  fileprivate mutating func checkStatus(_ status: String) {
    guard !InviteStatus.listed.contains(where: { $0.rawValue == status }) else { return }
    let choices = InviteStatus.listed.map(\.rawValue).joined(separator: ", ")
    add("statuses", "UNKNOWN_STATUS", "must be one of \(choices), not \"\(status.asRefused)\"")
  }
}
