import AdminModel
import AdminProtos
import Store
import Testing

@Suite("Lists of workspaces")
struct WorkspaceListTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("Archived workspaces and the Default Workspace are listed on request only")
  func views() async throws {
    let organization = try await fixture.organization()
    let live = try await fixture.workspace("live", in: organization.id)
    let archived = try await fixture.workspace("archived", in: organization.id)
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: archived.id), by: .unlimited, in: &tx)
    }

    func ids(_ archived: Bool, _ withDefault: Bool) throws -> [String] {
      try fixture.list(organization.id, archived: archived, withDefault: withDefault)
        .data.map(\.id)
    }
    let usual = organization.defaultWorkspaceId
    #expect(try ids(false, false) == [live.id])
    #expect(try ids(true, false) == [archived.id, live.id])
    #expect(try ids(false, true) == [live.id, usual])
    #expect(try ids(true, true) == [archived.id, live.id, usual])
  }

  @Test("Pages of workspaces forward and backward show each workspace once, newest first")
  func paging() async throws {
    let organization = try await fixture.organization().id
    var newestFirst: [String] = []
    for number in 0..<7 {
      newestFirst.insert(try await fixture.workspace("w\(number)", in: organization).id, at: 0)
    }

    let first = try fixture.list(organization, limit: 3)
    let second = try fixture.list(organization, limit: 3, after: first.data[2].id)
    let third = try fixture.list(organization, limit: 3, after: second.data[2].id)
    #expect((first.data + second.data + third.data).map(\.id) == newestFirst)
    #expect([first.hasMore, second.hasMore, third.hasMore] == [true, true, false])

    let back = try fixture.list(organization, limit: 3, before: third.data[0].id)
    #expect(back.data == second.data)
    #expect(back.hasMore)
  }

  @Test("A page of workspaces continues after one that was archived meanwhile")
  func goneCursor() async throws {
    let organization = try await fixture.organization().id
    let oldest = try await fixture.workspace("oldest", in: organization)
    let cursor = try await fixture.workspace("cursor", in: organization)
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: cursor.id), by: .unlimited, in: &tx)
    }
    let page = try fixture.list(organization, after: cursor.id)
    #expect(page.data.map(\.id) == [oldest.id])
  }

  @Test(
    "A page request that breaks a rule is refused",
    arguments: [(Int32(0), "limit"), (-1, "limit"), (1001, "limit")])
  func badLimit(limit: Int32, field: String) async throws {
    let organization = try await fixture.organization().id
    let error = #expect(throws: AdminError.self) {
      try fixture.list(organization, limit: limit)
    }
    #expect(violations(of: error) == [field: "OUT_OF_RANGE"])
  }

  @Test("A page request with both cursors is refused")
  func bothCursors() async throws {
    let organization = try await fixture.organization()
    let id = organization.defaultWorkspaceId
    let error = #expect(throws: AdminError.self) {
      try fixture.list(organization.id, after: id, before: id)
    }
    #expect(violations(of: error) == ["before_id": "EXCLUSIVE"])
  }

  @Test("A workspace of another organization is never listed")
  func isolation() async throws {
    let mine = try await fixture.organization("Mine").id
    let other = try await fixture.organization("Other").id
    try await fixture.workspace(in: other)
    #expect(try fixture.list(mine).data.isEmpty)
  }

  @Test("A list by ids has those of the organization that the list would show")
  func byIDs() async throws {
    let organization = try await fixture.organization("Mine")
    let mine = try await fixture.workspace(in: organization.id).id
    try await fixture.workspace(in: organization.id)
    let foreign = try await fixture.workspace(in: try await fixture.organization("Other").id).id
    let wanted = [foreign, mine, "nonsense", mine, organization.defaultWorkspaceId]
    #expect(try list(organization.id, wanted).data.map(\.id) == [mine])
    let error = #expect(throws: AdminError.self) {
      try list(organization.id, Array(repeating: mine, count: 101))
    }
    #expect(violations(of: error) == ["ids": "TOO_MANY"])
  }

  private func list(_ organization: String, _ ids: [String]) throws -> ListWorkspacesResponse {
    try fixture.store.read { tx in
      try Workspaces.list(
        ListWorkspacesRequest(organizationId: organization, ids: ids), by: .unlimited, in: tx)
    }
  }

  @Test("A caller in many organizations finds only workspaces of the organization they name")
  func within() async throws {
    let mine = try await fixture.organization("Mine").id
    let other = try await fixture.organization("Other").id
    let room = try await fixture.workspace(in: mine).id
    for access in [Access.unlimited, .holding(.superAdmin), .holding(.admin, in: mine)] {
      let found = try fixture.store.read { tx in
        try Workspaces.get(room, by: access.within(mine), in: tx).id
      }
      #expect(found == room)
      let error = #expect(throws: (any Error).self) {
        try fixture.store.read { tx in
          try Workspaces.get(room, by: access.within(other), in: tx).id
        }
      }
      #expect(reason(of: error) == "WORKSPACE_NOT_FOUND")
    }
  }
}
