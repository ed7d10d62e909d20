import AdminProtos
import AdminServices

extension MethodProbe {
  static let workspaces: [MethodProbe] = [
    .of("workspaces.v1.Workspaces/Create", .organizations) {
      try await $0.clients.workspaces.create(
        CreateWorkspaceRequest(organizationId: $0.place.organization, name: $0.freshName()))
    },
    .of("workspaces.v1.Workspaces/Get", .workspaces) {
      try await $0.clients.workspaces.get(GetWorkspaceRequest(id: $0.place.workspace))
    },
    .of("workspaces.v1.Workspaces/List", .organizations) {
      try await $0.clients.workspaces.list(
        ListWorkspacesRequest(organizationId: $0.place.organization))
    },
    .of("workspaces.v1.Workspaces/Update", .workspaces) {
      try await $0.clients.workspaces.update(
        UpdateWorkspaceRequest(id: $0.place.workspace, name: $0.freshName()))
    },
    .of("workspaces.v1.Workspaces/Archive", .workspaces) {
      let workspace = try await $0.freshWorkspace()
      return try await $0.clients.workspaces.archive(ArchiveWorkspaceRequest(id: workspace))
    },

    .of("workspaces.v1.WorkspaceMembers/Add", .workspaces) {
      let user = try await $0.freshUser()
      return try await $0.clients.workspaceMembers.add($0.workspaceMemberRequest(user))
    },
    .of("workspaces.v1.WorkspaceMembers/Get", .workspaces) {
      try await $0.clients.workspaceMembers.get(
        GetWorkspaceMemberRequest(workspaceId: $0.place.workspace, userId: $0.place.worker))
    },
    .of("workspaces.v1.WorkspaceMembers/List", .workspaces) {
      try await $0.clients.workspaceMembers.list(
        ListWorkspaceMembersRequest(workspaceId: $0.place.workspace))
    },
    .of("workspaces.v1.WorkspaceMembers/Update", .workspaces) {
      try await $0.clients.workspaceMembers.update(
        UpdateWorkspaceMemberRequest(
          workspaceId: $0.place.workspace, userId: $0.place.worker,
          workspaceRole: "workspace_developer"))
    },
    .of("workspaces.v1.WorkspaceMembers/Remove", .workspaces) {
      let user = try await $0.freshWorkspaceMember()
      return try await $0.clients.workspaceMembers.remove(
        RemoveWorkspaceMemberRequest(workspaceId: $0.place.workspace, userId: user))
    },
  ]
}

extension Attempt {
  /// Creates a workspace with the same relation to the caller as the place's, and returns its id.
  fileprivate func freshWorkspace() async throws -> String {
    guard relation != .nowhere else { return place.workspace }
    let id = try await maker.workspaces.create(
      CreateWorkspaceRequest(organizationId: place.organization, name: freshName())
    ).id
    if relation == .own, let user = caller.user {
      try await fixture.join(user, callerRole, to: id, of: place.organization)
    }
    return id
  }

  fileprivate func workspaceMemberRequest(_ user: String) -> AddWorkspaceMemberRequest {
    AddWorkspaceMemberRequest(
      workspaceId: place.workspace, userId: user, workspaceRole: "workspace_user")
  }

  fileprivate func freshWorkspaceMember() async throws -> String {
    guard relation != .nowhere else { return place.worker }
    let user = try await freshUser()
    _ = try await maker.workspaceMembers.add(workspaceMemberRequest(user))
    return user
  }
}

extension Clients {
  var workspaces: WorkspacesClient { WorkspacesClient(channel) }
}
