import AdminProtos
import AdminServices
import Hummingbird
import Status

extension AdminRoutes {
  var workspaces: [Route] {
    [createWorkspace, listWorkspaces, getWorkspace, updateWorkspace, archiveWorkspace]
  }

  private var createWorkspace: Route {
    route(
      .post, "/workspaces",
      Operation(
        id: "createWorkspace", tag: "Workspaces",
        summary: "Creates a workspace in the organization.",
        body: CreateWorkspaceRequest.adminFields.schema, response: Workspace.adminFields.schema)
    ) { [host] request in
      var draft = try await request.read(
        CreateWorkspaceRequest.adminFields, for: "steward.workspaces.v1.Workspaces/Create")
      draft.organizationId = request.organization
      let workspace = try await WorkspacesClient(host).create(draft, options: request.options)
      return .resource(request.json(workspace), etag: workspace.etag)
    }
  }

  private var listWorkspaces: Route {
    route(
      .get, "/workspaces",
      Operation(
        id: "listWorkspaces", tag: "Workspaces",
        summary: "Lists the organization's workspaces, newest first.",
        parameters: .page(
          .init("include_archived", .query, .boolean, "Whether to list archived workspaces too."),
          .init("include_default", .query, .boolean, "Whether to list the Default Workspace too."),
          .init(
            "ids[]", .query, .array(of: .string, atMost: 100),
            "Only workspaces with these ids, among those that would be listed.")),
        response: .page(of: Workspace.adminFields.schema).named("WorkspaceList"))
    ) { [host] request in
      let query = try request.query()
      let page = try PageQuery(query)
      let workspaces = try await WorkspacesClient(host).list(
        ListWorkspacesRequest(
          organizationId: request.organization, limit: page.limit, afterId: page.after,
          beforeId: page.before, includeArchived: try query.flag("include_archived"),
          includeDefault: try query.flag("include_default"), ids: query.values("ids")),
        options: request.options)
      return .json(workspaces.adminJSON(request.json))
    }
  }

  private var getWorkspace: Route {
    route(
      .get, "/workspaces/{workspace_id}",
      Operation(
        id: "getWorkspace", tag: "Workspaces", summary: "Returns one workspace, archived or not.",
        response: Workspace.adminFields.schema)
    ) { [host] request in
      let workspace = try await WorkspacesClient(host).get(
        GetWorkspaceRequest(
          id: try request.id("workspace_id"), organizationId: request.organization),
        options: request.options)
      return .resource(request.json(workspace), etag: workspace.etag)
    }
  }

  private var updateWorkspace: Route {
    route(
      .post, "/workspaces/{workspace_id}",
      Operation(
        id: "updateWorkspace", tag: "Workspaces",
        summary: "Changes the given fields of a workspace. Tags are merged; null removes a tag.",
        parameters: [.ifMatch], body: UpdateWorkspaceRequest.adminFields.schema,
        response: Workspace.adminFields.schema)
    ) { [host] request in
      var change = try await request.read(
        UpdateWorkspaceRequest.adminFields, for: "steward.workspaces.v1.Workspaces/Update")
      change.organizationId = request.organization
      change.id = try request.id("workspace_id")
      change.ifMatch = try request.ifMatch()
      let workspace = try await WorkspacesClient(host).update(change, options: request.options)
      return .resource(request.json(workspace), etag: workspace.etag)
    }
  }

  private var archiveWorkspace: Route {
    route(
      .post, "/workspaces/{workspace_id}/archive",
      Operation(
        id: "archiveWorkspace", tag: "Workspaces",
        summary: "Archives a workspace and its keys permanently.", parameters: [.ifMatch],
        response: Workspace.adminFields.schema)
    ) { [host] request in
      _ = try await request.read(
        ArchiveWorkspaceRequest.adminFields, for: "steward.workspaces.v1.Workspaces/Archive")
      let archived = try await WorkspacesClient(host).archive(
        ArchiveWorkspaceRequest(
          id: try request.id("workspace_id"), ifMatch: try request.ifMatch(),
          organizationId: request.organization),
        options: request.options)
      guard let workspace = archived.workspace else { throw Self.withoutWorkspace }
      return .resource(request.json(workspace), etag: workspace.etag)
    }
  }

  /// The error for a response that lacks what every such response has.
  private static let withoutWorkspace = Status(
    .internal, reason: "INCOMPLETE_RESPONSE",
    message: "The plugin archived the workspace, but its response doesn't contain it. Read the "
      + "workspace again, and update the plugin.")
}
