import AdminProtos
import AdminServices
import IPC
import Status
import Testing

@Suite("The orgs plugin")
struct OrgsPluginTests {
  @Test("A created organization can be read, listed, renamed and deleted")
  func life() async throws {
    let fixture = try await PluginFixture()
    let created = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme"))
    #expect(created.type == "organization")
    #expect(try await fixture.orgs.get(GetOrganizationRequest(id: created.id)) == created)

    let list = try await fixture.orgs.list(ListOrganizationsRequest())
    #expect(list.data == [created])
    #expect(list.firstId == created.id)
    #expect(!list.hasMore)

    let renamed = try await fixture.orgs.update(
      UpdateOrganizationRequest(id: created.id, name: "Acme GmbH", ifMatch: created.etag))
    #expect(renamed.name == "Acme GmbH")
    #expect(renamed.etag != created.etag)

    let deleted = try await fixture.orgs.delete(
      DeleteOrganizationRequest(id: created.id, confirmName: "Acme GmbH"))
    #expect(deleted.deleted == ["organization": 1, "workspace": 1])
    #expect(try await fixture.orgs.list(ListOrganizationsRequest()).data.isEmpty)
  }

  @Test("A repeated idempotency key returns the first outcome")
  func idempotent() async throws {
    let fixture = try await PluginFixture()
    let options = CallOptions(idempotencyKey: "key-1")
    let request = CreateOrganizationRequest(name: "Acme")
    let first = try await fixture.orgs.create(request, options: options)
    let second = try await fixture.orgs.create(request, options: options)
    #expect(first == second)
    #expect(try await fixture.orgs.list(ListOrganizationsRequest()).data == [first])
  }

  @Test("An idempotency key that was used for another request is refused")
  func reusedKey() async throws {
    let fixture = try await PluginFixture()
    let options = CallOptions(idempotencyKey: "key-1")
    _ = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme"), options: options)
    let error = await #expect(throws: Status.self) {
      try await fixture.orgs.create(CreateOrganizationRequest(name: "Other"), options: options)
    }
    #expect(error?.code == .invalidArgument)
    #expect(error?.reason == "IDEMPOTENCY_KEY_REUSED")
  }

  @Test("A refusal names the field, and arrives complete at the client")
  func refusal() async throws {
    let fixture = try await PluginFixture()
    let error = await #expect(throws: Status.self) {
      try await fixture.orgs.create(CreateOrganizationRequest(name: ""))
    }
    #expect(error?.code == .invalidArgument)
    #expect(error?.fieldViolations.map(\.field) == ["name"])
  }

  @Test("The directory resolves ids and finds words in a store that several plugins write")
  func directory() async throws {
    let fixture = try await PluginFixture()
    let organization = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme"))
    let workspace = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: organization.id, name: "Acme 東京"))
    let found = try await fixture.directory.find(FindRequest(text: "acme"))
    #expect(found.data.map(\.id) == [organization.id, workspace.id])
    let ids = ResolveIDsRequest(ids: [workspace.id, organization.id])
    #expect(try await fixture.directory.resolve(ids).data == found.data.reversed())
    let list = ListWorkspacesRequest(organizationId: organization.id, query: "東京")
    #expect(try await fixture.workspaces.list(list).data == [workspace])
  }

  @Test("A dry run of a deletion counts the records, needs no confirmation, and changes nothing")
  func preview() async throws {
    let fixture = try await PluginFixture()
    let created = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme"))
    let preview = try await fixture.orgs.delete(
      DeleteOrganizationRequest(id: created.id, dryRun: true))
    #expect(preview.dryRun)
    #expect(preview.deleted == ["organization": 1, "workspace": 1])
    #expect(try await fixture.orgs.get(GetOrganizationRequest(id: created.id)) == created)
  }
}
