internal import AdminLists
public import AdminProtos
internal import ProtobufRuntime
public import Store

extension Invites {
  /// Returns a page of an organization's invites, newest first, without the withdrawn ones. An
  /// address is compared without its case and the tag after a "+".
  public static func list(
    _ request: ListInvitesRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListInvitesResponse {
    let (organization, email) = (request.organizationId, request.email)
    let (roles, statuses) = (request.roles, request.statuses)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .invite,
      into: &violations)
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
    let found = try AdminSchema.invites.page(page, of: index, at: prefix, in: tx) { record in
      listed.contains(InviteStatus(of: record, at: now).rawValue)
        && (roles.isEmpty || roles.contains(record.invite.role))
    }
    return ListInvitesResponse(
      found.items.map { shown($0, at: now) }, hasMore: found.hasMore)
  }
}

extension Violations {
  fileprivate mutating func checkStatus(_ status: String) {
    guard !InviteStatus.listed.contains(where: { $0.rawValue == status }) else { return }
    let choices = InviteStatus.listed.map(\.rawValue).joined(separator: ", ")
    add("statuses", "UNKNOWN_STATUS", "must be one of \(choices), not \"\(status.asRefused)\"")
  }
}
