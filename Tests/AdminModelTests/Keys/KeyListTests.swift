import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Lists of keys")
struct KeyListTests {
  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  /// Issues this many keys. Returns their ids, newest first.
  private func issue(_ count: Int) async throws -> [String] {
    var ids: [String] = []
    for index in 0..<count {
      ids.insert(try await fixture.issue("key \(index)").key.id, at: 0)
    }
    return ids
  }

  @Test("Pages of keys cover the whole list forward and backward, newest first")
  func paging() async throws {
    let ids = try await issue(7)
    let first = try fixture.list(limit: 3)
    #expect(first.ids == Array(ids[..<3]) && first.hasMore)
    let second = try fixture.list(limit: 3, after: ids[2])
    #expect(second.ids == Array(ids[3..<6]) && second.hasMore)
    let last = try fixture.list(limit: 3, after: ids[5])
    #expect(last.ids == [ids[6]] && !last.hasMore)
    let back = try fixture.list(limit: 3, before: ids[6])
    #expect(back.ids == Array(ids[3..<6]) && back.hasMore)
  }

  @Test("A list of keys continues after a key that has left it")
  func continued() async throws {
    let ids = try await issue(5)
    let page = try fixture.list(ListKeysRequest(statuses: ["active"]), limit: 2)
    for id in page.ids { try await fixture.revoke(id) }
    let next = try fixture.list(ListKeysRequest(statuses: ["active"]), limit: 2, after: page.ids[1])
    #expect(next.ids == Array(ids[2..<4]))
  }

  @Test("A list of keys can be filtered by each field alone and by several together")
  func filters() async throws {
    let admin = fixture.access(.admin)
    let byMember = try await fixture.issue(isOwnerless: true, by: admin).key.id
    let theirs = try await fixture.issue(user: fixture.member).key.id
    let both = try await fixture.issue(
      workspace: fixture.organization.defaultWorkspaceId, user: fixture.member, by: admin
    ).key.id
    try await fixture.revoke(theirs)
    let (member, workspace) = (fixture.member, fixture.workspace.id)
    let expected: [(ListKeysRequest, [String])] = [
      (ListKeysRequest(), [both, theirs, byMember]),
      (ListKeysRequest(statuses: ["active"]), [both, byMember]),
      (ListKeysRequest(statuses: ["archived"]), [theirs]),
      (ListKeysRequest(statuses: ["inactive"]), []),
      (ListKeysRequest(workspaceId: workspace), [theirs, byMember]),
      (ListKeysRequest(createdByUserId: member), [both, byMember]),
      (ListKeysRequest(userId: member), [both, theirs]),
      (ListKeysRequest(workspaceId: workspace, userId: member), [theirs]),
      (ListKeysRequest(statuses: ["active"], createdByUserId: member, userId: member), [both]),
    ]
    for (filter, ids) in expected { #expect(try fixture.list(filter).ids == ids) }
  }

  @Test("A list of keys with invalid filters is refused with all fields")
  func refused() throws {
    let filter = ListKeysRequest(
      statuses: ["dead"], workspaceId: "x", createdByUserId: "y", userId: "z")
    let error = #expect(throws: AdminError.self) {
      try fixture.list(filter, limit: 0, after: "a")
    }
    #expect(
      Set(violations(of: error).keys) == [
        "statuses", "workspace_id", "created_by_user_id", "user_id", "limit", "after_id",
      ])
  }

  @Test("A caller with a role in one workspace lists only the keys of that workspace")
  func workspaceRole() async throws {
    let id = try await fixture.issue().key.id
    let access = fixture.access(.workspaceUser, workspace: fixture.workspace.id)
    let developer = fixture.access(.workspaceDeveloper, workspace: fixture.workspace.id)
    let filter = ListKeysRequest(workspaceId: fixture.workspace.id)
    #expect(try fixture.list(filter, by: developer).ids == [id])
    #expect(throws: AdminError.self) { try fixture.list(by: developer) }
    #expect(throws: AdminError.self) { try fixture.list(filter, by: access) }
  }

  @Test("The counts of keys equal a recount after every kind of change")
  func counts() async throws {
    let ids = try await issue(4)
    _ = try await fixture.update(ids[0], status: "inactive")
    try await fixture.revoke(ids[1])
    _ = try await fixture.rotate(ids[2], overlap: .seconds(5))
    _ = try await fixture.register()
    let (organization, store) = (fixture.organization.id, fixture.base.store)
    #expect(try store.read { try Organizations.keyCount(of: organization, in: $0) } == 4)
    #expect(try store.read { try AdminSchema.keys.recount(in: $0) }.isEmpty)
  }
}
