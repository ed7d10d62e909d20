import AdminModel
import AdminProtos
import AdminServices
import IPC
import IPCProtos
import Status
import Testing

@Suite("The workspaces plugin")
struct WorkspacesPluginTests {
  @Test("A created workspace can be read, listed, changed and archived")
  func life() async throws {
    let fixture = try await PluginFixture()
    let org = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
    let created = try await fixture.workspaces.create(
      CreateWorkspaceRequest(
        organizationId: org, name: "Production", displayColor: "#112233", tags: ["env": "prod"]))
    #expect(created.type == "workspace")
    #expect(created.dataResidency?.allowedInferenceGeos == ["unrestricted"])
    #expect(try await fixture.workspaces.get(GetWorkspaceRequest(id: created.id)) == created)

    let updated = try await fixture.workspaces.update(
      UpdateWorkspaceRequest(id: created.id, name: "Prod", tags: ["team": "x"]))
    #expect(updated.tags == ["env": "prod", "team": "x"])

    let archived = try await fixture.workspaces.archive(ArchiveWorkspaceRequest(id: created.id))
    #expect(archived.workspace?.archivedAt != nil && !archived.dryRun)
    let list = try await fixture.workspaces.list(ListWorkspacesRequest(organizationId: org))
    #expect(list.data.isEmpty)
    #expect(list.firstId == nil)
  }

  @Test("A dry run of an archiving counts the keys that would end, and changes nothing")
  func dryRun() async throws {
    let fixture = try await PluginFixture()
    let org = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
    let room = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: org, name: "Lab")
    ).id
    for name in ["CI", "CD"] {
      _ = try await fixture.keys.issue(IssueKeyRequest(workspaceId: room, name: name))
    }
    let before = try await fixture.workspaces.get(GetWorkspaceRequest(id: room))
    #expect(before.keyCount == 2)
    var request = ArchiveWorkspaceRequest(id: room, dryRun: true)
    let preview = try await fixture.workspaces.archive(request)
    #expect(preview.dryRun && preview.endedKeys == 2 && preview.lastUsedAt == nil)
    #expect(preview.workspace?.archivedAt != nil && preview.workspace?.keyCount == 0)
    #expect(try await fixture.workspaces.get(GetWorkspaceRequest(id: room)) == before)

    request.dryRun = false
    #expect(try await fixture.workspaces.archive(request).endedKeys == 2)
    #expect(try await fixture.workspaces.archive(request).endedKeys == 0)
  }

  @Test("No plugin of the store finds a workspace of a deleted organization")
  func sharedStore() async throws {
    let fixture = try await PluginFixture()
    let org = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
    let workspace = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: org, name: "W"))
    #expect(
      try await fixture.orgs.get(GetOrganizationRequest(id: org)).workspaceCount == 1)
    _ = try await fixture.orgs.delete(DeleteOrganizationRequest(id: org, confirmName: "Acme"))
    let error = await #expect(throws: Status.self) {
      try await fixture.workspaces.get(GetWorkspaceRequest(id: workspace.id))
    }
    #expect(error?.reason == "WORKSPACE_NOT_FOUND")
  }

  @Test("The limit of workspaces comes from the manifest's config")
  func configuredLimit() async throws {
    let fixture = try await PluginFixture(
      config: ["max_workspaces_per_organization": "1"])
    let org = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
    let request = CreateWorkspaceRequest(organizationId: org, name: "W")
    _ = try await fixture.workspaces.create(request)
    let error = await #expect(throws: Status.self) {
      try await fixture.workspaces.create(request)
    }
    #expect(error?.reason == "WORKSPACE_LIMIT_REACHED")
  }

  @Test(
    "A limit that is no number above 0 keeps the plugin from starting", arguments: ["0", "x", ""])
  func badConfig(limit: String) throws {
    let error = #expect(throws: Status.self) {
      try WorkspaceLimit(config: [WorkspaceLimit.key: limit])
    }
    #expect(error?.reason == "INVALID_CONFIG")
  }

  @Test("A change without a principal is refused")
  func noPrincipal() async throws {
    let fixture = try await PluginFixture()
    let anonymous = WorkspacesClient(fixture.channel(as: IPCPrincipal()))
    let error = await #expect(throws: Status.self) {
      try await anonymous.create(CreateWorkspaceRequest(name: "W"))
    }
    #expect(error?.code == .unauthenticated)
  }
}
