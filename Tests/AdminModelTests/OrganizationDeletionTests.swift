import AdminModel
import AdminProtos
import Store
import StoreProtos
import Testing

@Suite("The deletion of an organization")
struct OrganizationDeletionTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func delete(_ id: String, confirmation: String) async throws
    -> DeleteOrganizationResponse
  {
    try await fixture.write { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: id, confirmName: confirmation), by: .unlimited, in: &tx)
    }
  }

  @Test("A deletion removes all workspaces of the organization, and none of another")
  func cascade() async throws {
    let acme = try await fixture.organization("Acme")
    let other = try await fixture.organization("Other")
    let kept = try await fixture.workspace(in: other.id)
    let archived = try await fixture.workspace(in: acme.id)
    try await fixture.workspace(in: acme.id)
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: archived.id), by: .unlimited, in: &tx)
    }

    let deletion = try await delete(acme.id, confirmation: "Acme")

    #expect(deletion.deleted == ["organization": 1, "workspace": 3])
    for id in [archived.id, acme.defaultWorkspaceId] {
      let error = #expect(throws: (any Error).self) {
        try fixture.store.read { tx in try Workspaces.get(id, by: .unlimited, in: tx) }
      }
      #expect(reason(of: error) == "WORKSPACE_NOT_FOUND")
    }
    #expect(try fixture.list(other.id).data.map(\.id) == [kept.id])
  }

  @Test("A deletion is one commit with an event for each record")
  func events() async throws {
    let acme = try await fixture.organization("Acme")
    let before = try fixture.store.lastRevision()
    _ = try await delete(acme.id, confirmation: "Acme")
    let events = try fixture.store.events(from: before + 1)
    #expect(events.map(\.action) == ["workspace.deleted", "organization.deleted"])
    #expect(events.allSatisfy { $0.afterDigest.isEmpty && $0.beforeDigest.count == 32 })
  }

  @Test(
    "A deletion without the exact name is refused and deletes nothing",
    arguments: ["", "acme", "Acme "])
  func confirmation(name: String) async throws {
    let acme = try await fixture.organization("Acme")
    let revision = try fixture.store.lastRevision()
    let error = await #expect(throws: AdminError.self) {
      try await delete(acme.id, confirmation: name)
    }
    #expect(violations(of: error) == ["confirm_name": "MISMATCH"])
    #expect(try fixture.store.lastRevision() == revision)
  }

  @Test("A dry run of a deletion shows what would be deleted, and changes nothing")
  func preview() async throws {
    let acme = try await fixture.organization("Acme")
    try await fixture.workspace(in: acme.id)
    let revision = try fixture.store.lastRevision()
    let change = Change(actor: "operator/uid:0", plugin: "test", method: "Test")
    let preview = try await fixture.store.dryRun(change) { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: acme.id, dryRun: true), by: .unlimited, in: &tx)
    }
    #expect(preview.deleted == ["organization": 1, "workspace": 2])
    #expect(try fixture.store.lastRevision() == revision)
    #expect(try fixture.list(acme.id).data.count == 1)
  }
}
