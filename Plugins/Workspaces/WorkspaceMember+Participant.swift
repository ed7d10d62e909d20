import AdminLists
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
    self.init(page.items.map(WorkspaceMember.init), hasMore: page.hasMore, id: \.userId)
  }
}
