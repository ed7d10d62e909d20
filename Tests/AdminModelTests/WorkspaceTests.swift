import AdminModel
import AdminProtos
import Store
import Testing

@Suite("Workspaces")
struct WorkspaceTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func create(_ draft: CreateWorkspaceRequest) async throws -> Workspace {
    try await fixture.write { tx in try Workspaces.create(draft, by: .unlimited, in: &tx) }
  }

  private func update(_ id: String, _ changes: UpdateWorkspaceRequest) async throws -> Workspace {
    var request = changes
    request.id = id
    return try await fixture.write { [request] tx in
      try Workspaces.update(request, by: .unlimited, in: &tx)
    }
  }

  private func archive(_ id: String) async throws -> Workspace {
    let response = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: id), by: .unlimited, in: &tx)
    }
    return try #require(response.workspace)
  }

  @Test("A created workspace gets the defaults of what the request leaves out")
  func defaults() async throws {
    let organization = try await fixture.organization()
    let workspace = try await fixture.workspace(in: organization.id)
    #expect(workspace.id.hasPrefix("wrkspc_"))
    #expect(workspace.id.utf8.count == 31)
    #expect(workspace.displayColor == "#6C5BB9")
    #expect(
      workspace.dataResidency
        == DataResidency(
          workspaceGeo: "us", allowedInferenceGeos: ["unrestricted"],
          defaultInferenceGeo: "global"))
    #expect(workspace.compartmentId.count == 36)
  }

  @Test("A color in small letters and geos in any order, with repeats, are no change")
  func normalForms() async throws {
    let organization = try await fixture.organization()
    let made = try await create(
      CreateWorkspaceRequest(
        organizationId: organization.id, name: "x", displayColor: "#abcdef",
        dataResidency: DataResidency(
          allowedInferenceGeos: ["us", "global", "us"], defaultInferenceGeo: "us")))
    #expect(made.displayColor == "#ABCDEF")
    #expect(made.dataResidency?.allowedInferenceGeos == ["global", "us"])
    let same = try await fixture.write { tx in
      try Workspaces.update(
        UpdateWorkspaceRequest(
          id: made.id, displayColor: "#AbCdEf",
          dataResidency: DataResidency(allowedInferenceGeos: ["us", "us", "global"])),
        by: .unlimited, in: &tx
      )
    }
    #expect(same == made)
  }

  @Test("A workspace that breaks several rules is refused with all of them")
  func allViolations() async throws {
    let error = await #expect(throws: AdminError.self) {
      try await create(
        CreateWorkspaceRequest(
          organizationId: "wrong", name: String(repeating: "x", count: 41), displayColor: "red",
          tags: ["anthropic-x": "1", "": "2"],
          dataResidency: DataResidency(
            workspaceGeo: "eu", allowedInferenceGeos: ["us"], defaultInferenceGeo: "global")))
    }
    #expect(
      violations(of: error) == [
        "organization_id": "MALFORMED_ID", "name": "TOO_LONG", "display_color": "MALFORMED_COLOR",
        "tags.anthropic-x": "RESERVED_KEY", "tags.": "KEY_LENGTH",
        "data_residency.workspace_geo": "UNKNOWN_GEO",
        "data_residency.default_inference_geo": "NOT_ALLOWED",
      ])
  }

  @Test("A workspace needs an organization that exists")
  func noOrganization() async throws {
    let error = await #expect(throws: (any Error).self) {
      try await fixture.workspace(in: "01890a5d-ac96-774b-bcce-b302099a8057")
    }
    #expect(reason(of: error) == "ORGANIZATION_NOT_FOUND")
  }

  @Test("An update keeps the fields that it leaves out, and merges tags")
  func update() async throws {
    let organization = try await fixture.organization()
    let made = try await create(
      CreateWorkspaceRequest(
        organizationId: organization.id, name: "A", tags: ["env": "dev", "team": "x"]))
    let updated = try await update(
      made.id, UpdateWorkspaceRequest(tags: ["env": "prod"], removeTags: ["team", "absent"]))
    #expect(updated.name == "A")
    #expect(updated.tags == ["env": "prod"])
    #expect(updated.displayColor == made.displayColor)
  }

  @Test("The geo of a workspace's data can't be changed")
  func immutableGeo() async throws {
    let organization = try await fixture.organization()
    let made = try await fixture.workspace(in: organization.id)
    let error = await #expect(throws: AdminError.self) {
      try await update(
        made.id, UpdateWorkspaceRequest(dataResidency: DataResidency(workspaceGeo: "eu")))
    }
    #expect(violations(of: error) == ["data_residency.workspace_geo": "IMMUTABLE"])
  }

  @Test("An archived workspace keeps its first archiving time, and can't be changed")
  func archive() async throws {
    let organization = try await fixture.organization()
    let made = try await fixture.workspace(in: organization.id)
    let first = try await archive(made.id)
    let second = try await archive(made.id)
    #expect(first.archivedAt != nil)
    #expect(first == second)

    let error = await #expect(throws: AdminError.self) {
      try await update(made.id, UpdateWorkspaceRequest(name: "B"))
    }
    #expect(reason(of: error) == "WORKSPACE_ARCHIVED")
  }

  @Test("The Default Workspace can't be changed or archived")
  func defaultWorkspace() async throws {
    let id = try await fixture.organization().defaultWorkspaceId
    let update = await #expect(throws: AdminError.self) {
      try await self.update(id, UpdateWorkspaceRequest(name: "Mine"))
    }
    let archive = await #expect(throws: AdminError.self) { try await self.archive(id) }
    #expect(reason(of: update) == "DEFAULT_WORKSPACE")
    #expect(reason(of: archive) == "DEFAULT_WORKSPACE")
  }

  @Test("Only workspaces in use count towards the limit")
  func limit() async throws {
    let organization = try await fixture.organization().id
    let create: @Sendable () async throws -> Workspace = {
      try await fixture.write { tx in
        let draft = CreateWorkspaceRequest(organizationId: organization, name: "W")
        return try Workspaces.create(draft, limit: 2, by: .unlimited, in: &tx)
      }
    }
    let first = try await create()
    _ = try await create()
    let error = await #expect(throws: AdminError.self) { try await create() }
    #expect(reason(of: error) == "WORKSPACE_LIMIT_REACHED")

    _ = try await archive(first.id)
    _ = try await create()
    let count = try fixture.store.read { tx in
      try Organizations.get(organization, by: .unlimited, in: tx).workspaceCount
    }
    #expect(count == 2)
  }
}
