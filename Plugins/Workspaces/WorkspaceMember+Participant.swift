import AdminModel
import AdminProtos

extension WorkspaceMember {
  init(_ participant: Participant) {
    self.init(
      type: "workspace_member", userId: participant.user.id, workspaceId: participant.workspace,
      workspaceRole: participant.role, organizationId: participant.organization,
      email: participant.user.email, name: participant.user.name, addedAt: participant.addedAt,
      etag: participant.etag)
  }
}

extension ListWorkspaceMembersResponse {
  init(_ page: Listing<Participant>) {
    let data = page.items.map(WorkspaceMember.init)
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.userId, lastId: data.last?.userId)
  }
}
