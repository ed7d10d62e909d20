import AdminModel
import AdminProtos
import GoogleProtos
import Store

extension Invite {
  init(_ stored: Stored<InviteRecord>, at now: GoogleTimestamp) {
    let record = stored.record
    self.init(
      id: record.id, type: "invite", organizationId: record.organizationId, email: record.email,
      role: record.role, invitedAt: record.invitedAt, expiresAt: record.expiresAt,
      acceptedAt: record.acceptedAt, status: InviteStatus(of: record, at: now).rawValue,
      etag: stored.etag)
  }
}

extension ListInvitesResponse {
  init(_ page: Page<InviteRecord>, at now: GoogleTimestamp) {
    let data = page.items.map { Invite($0, at: now) }
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}
