import AdminProtos
import AdminServices
import Hummingbird

extension AdminRoutes {
  var workspaceMembers: [Route] { [addMember, listMembers, getMember, updateMember, removeMember] }

  private var addMember: Route {
    route(
      .post, "/workspaces/{workspace_id}/members",
      Operation(
        id: "addWorkspaceMember", tag: "Workspace members",
        summary: "Adds a member of the organization to a workspace.",
        body: AddWorkspaceMemberRequest.adminFields.schema,
        response: WorkspaceMember.adminFields.schema)
    ) { [host] request in
      var draft = try await request.read(
        AddWorkspaceMemberRequest.adminFields, for: "steward.workspaces.v1.WorkspaceMembers/Add")
      draft.organizationId = request.organization
      draft.workspaceId = try request.id("workspace_id")
      let member = try await WorkspaceMembersClient(host).add(draft, options: request.options)
      return .resource(request.json(member), etag: member.etag)
    }
  }

  private var listMembers: Route {
    route(
      .get, "/workspaces/{workspace_id}/members",
      Operation(
        id: "listWorkspaceMembers", tag: "Workspace members",
        summary: "Lists the members added to a workspace, latest first, without inherited ones.",
        parameters: .page(),
        response: .page(of: WorkspaceMember.adminFields.schema).named("WorkspaceMemberList"))
    ) { [host] request in
      let page = try PageQuery(try request.query())
      let members = try await WorkspaceMembersClient(host).list(
        ListWorkspaceMembersRequest(
          workspaceId: try request.id("workspace_id"), limit: page.limit, afterId: page.after,
          beforeId: page.before, organizationId: request.organization),
        options: request.options)
      return .json(members.adminJSON(request.json))
    }
  }

  private var getMember: Route {
    route(
      .get, "/workspaces/{workspace_id}/members/{user_id}",
      Operation(
        id: "getWorkspaceMember", tag: "Workspace members",
        summary: "Returns one member of a workspace, even if inherited from the organization.",
        response: WorkspaceMember.adminFields.schema)
    ) { [host] request in
      let member = try await WorkspaceMembersClient(host).get(
        GetWorkspaceMemberRequest(
          workspaceId: try request.id("workspace_id"), userId: try request.id("user_id"),
          organizationId: request.organization),
        options: request.options)
      return .resource(request.json(member), etag: member.etag)
    }
  }

  private var updateMember: Route {
    route(
      .post, "/workspaces/{workspace_id}/members/{user_id}",
      Operation(
        id: "updateWorkspaceMember", tag: "Workspace members",
        summary: "Changes a member's role in a workspace.", parameters: [.ifMatch],
        body: UpdateWorkspaceMemberRequest.adminFields.schema,
        response: WorkspaceMember.adminFields.schema)
    ) { [host] request in
      var change = try await request.read(
        UpdateWorkspaceMemberRequest.adminFields,
        for: "steward.workspaces.v1.WorkspaceMembers/Update")
      change.organizationId = request.organization
      change.workspaceId = try request.id("workspace_id")
      change.userId = try request.id("user_id")
      change.ifMatch = try request.ifMatch()
      let member = try await WorkspaceMembersClient(host).update(change, options: request.options)
      return .resource(request.json(member), etag: member.etag)
    }
  }

  private var removeMember: Route {
    route(
      .delete, "/workspaces/{workspace_id}/members/{user_id}",
      Operation(
        id: "removeWorkspaceMember", tag: "Workspace members",
        summary: "Removes a member from a workspace. They stay in the organization.",
        parameters: [.ifMatch], response: RemoveWorkspaceMemberResponse.adminFields.schema)
    ) { [host] request in
      let removed = try await WorkspaceMembersClient(host).remove(
        RemoveWorkspaceMemberRequest(
          workspaceId: try request.id("workspace_id"), userId: try request.id("user_id"),
          ifMatch: try request.ifMatch(), organizationId: request.organization),
        options: request.options)
      return .json(request.json(removed))
    }
  }
}
