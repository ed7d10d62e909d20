import AdminModel
import AdminProtos
import IPCProtos
import Store
import Testing

extension Fixture {
  @discardableResult
  func letIn(_ user: String, to workspace: String, as role: Role = .workspaceUser) async throws
    -> WorkspaceMember
  {
    try await write { tx in
      try WorkspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: workspace, userId: user, workspaceRole: role.rawValue),
        by: .unlimited, in: &tx)
    }
  }

  func people(
    in workspace: String, limit: Int32? = nil, after: String = "", before: String = ""
  ) throws -> ListWorkspaceMembersResponse {
    try store.read { tx in
      try WorkspaceMembers.list(
        ListWorkspaceMembersRequest(
          workspaceId: workspace, limit: limit, afterId: after, beforeId: before),
        by: .unlimited, in: tx)
    }
  }
}

@Suite("Workspace members")
struct WorkspaceMemberTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func place() async throws -> (organization: String, workspace: String) {
    let organization = try await fixture.organization().id
    return (organization, try await fixture.workspace(in: organization).id)
  }

  private func get(_ user: String, _ workspace: String) throws -> WorkspaceMember {
    try fixture.store.read { tx in
      try WorkspaceMembers.get(
        GetWorkspaceMemberRequest(workspaceId: workspace, userId: user), by: .unlimited, in: tx)
    }
  }

  private func update(
    _ user: String, _ workspace: String, to role: Role, ifMatch etag: String = ""
  ) async throws -> WorkspaceMember {
    try await fixture.write { tx in
      try WorkspaceMembers.update(
        UpdateWorkspaceMemberRequest(
          workspaceId: workspace, userId: user, workspaceRole: role.rawValue, ifMatch: etag),
        by: .unlimited, in: &tx)
    }
  }

  private func remove(_ user: String, _ workspace: String) async throws {
    _ = try await fixture.write { tx in
      try WorkspaceMembers.remove(
        RemoveWorkspaceMemberRequest(workspaceId: workspace, userId: user), by: .unlimited,
        in: &tx)
    }
  }

  @Test("A workspace member can get another role and be removed")
  func life() async throws {
    let (acme, room) = try await place()
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let added = try await fixture.letIn(jane, to: room, as: .workspaceDeveloper)
    #expect(added.workspaceRole == "workspace_developer")
    #expect(try get(jane, room) == added)
    let raised = try await update(jane, room, to: .workspaceAdmin, ifMatch: added.etag)
    #expect(raised.etag != added.etag)
    #expect(try fixture.people(in: room).data == [raised])
    try await remove(jane, room)
    let error = #expect(throws: (any Error).self) { try get(jane, room) }
    #expect(reason(of: error) == "WORKSPACE_MEMBER_NOT_FOUND")
    #expect(try fixture.members(of: acme).data.count == 1)
  }

  @Test("Admins and billing users are workspace members by their role, without being listed")
  func implicit() async throws {
    let (acme, room) = try await place()
    let admin = try await fixture.member("a@x.org", .admin, in: acme).id
    let billing = try await fixture.member("b@x.org", .billing, in: acme).id
    #expect(try get(admin, room).workspaceRole == "workspace_admin")
    #expect(try get(billing, room).workspaceRole == "workspace_billing")
    #expect(try get(admin, room).etag == "")
    #expect(try fixture.people(in: room).data.isEmpty)
    for user in [admin, billing] {
      let removal = await #expect(throws: AdminError.self) { try await remove(user, room) }
      let addition = await #expect(throws: AdminError.self) {
        try await fixture.letIn(user, to: room, as: .workspaceDeveloper)
      }
      let change = await #expect(throws: AdminError.self) {
        try await update(user, room, to: .workspaceUser)
      }
      #expect(
        [removal, addition, change].map(reason) == Array(repeating: "INHERITED_ROLE", count: 3))
    }
  }

  @Test("A billing user can become a workspace admin, and a workspace billing user again")
  func raisedBilling() async throws {
    let (acme, room) = try await place()
    let billing = try await fixture.member("b@x.org", .billing, in: acme).id
    #expect(try await update(billing, room, to: .workspaceAdmin).workspaceRole == "workspace_admin")
    #expect(try fixture.people(in: room).data.map(\.workspaceRole) == ["workspace_admin"])
    let back = try await update(billing, room, to: .workspaceBilling)
    #expect(back.etag == "" && back.workspaceRole == "workspace_billing")
    #expect(try fixture.people(in: room).data.isEmpty)
  }

  @Test("Only billing users are workspace_billing, and no user can be added with that role")
  func billingRole() async throws {
    let (acme, room) = try await place()
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let added = await #expect(throws: AdminError.self) {
      try await fixture.letIn(jane, to: room, as: .workspaceBilling)
    }
    #expect(violations(of: added) == ["workspace_role": "UNKNOWN_ROLE"])
    try await fixture.letIn(jane, to: room)
    let updated = await #expect(throws: AdminError.self) {
      try await update(jane, room, to: .workspaceBilling)
    }
    #expect(reason(of: updated) == "BILLING_USERS_ONLY")
  }

  @Test("A changed role in the organization ends what it gave in a workspace, and nothing else")
  func roleChange() async throws {
    let (acme, room) = try await place()
    try await fixture.member("root@x.org", .admin, in: acme)
    let jane = try await fixture.member("jane@x.org", .developer, in: acme).id
    try await fixture.letIn(jane, to: room, as: .workspaceDeveloper)

    try await fixture.change(jane, of: acme, to: .admin)
    #expect(try get(jane, room).workspaceRole == "workspace_admin")
    #expect(try fixture.people(in: room).data.isEmpty)
    try await fixture.change(jane, of: acme, to: .billing)
    #expect(try get(jane, room).workspaceRole == "workspace_developer")
    try await remove(jane, room)
    #expect(try get(jane, room).workspaceRole == "workspace_billing")
    try await fixture.change(jane, of: acme, to: .user)
    let error = #expect(throws: (any Error).self) { try get(jane, room) }
    #expect(reason(of: error) == "WORKSPACE_MEMBER_NOT_FOUND")
  }

  @Test("Only members of the organization can be added to a workspace, and only once")
  func additions() async throws {
    let (acme, room) = try await place()
    let other = try await fixture.organization("Other").id
    let stranger = try await fixture.member("eve@x.org", in: other).id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    try await fixture.letIn(jane, to: room)
    let strange = await #expect(throws: AdminError.self) {
      try await fixture.letIn(stranger, to: room)
    }
    let again = await #expect(throws: AdminError.self) { try await fixture.letIn(jane, to: room) }
    #expect(
      [strange, again].map(reason) == ["NOT_ORGANIZATION_MEMBER", "ALREADY_WORKSPACE_MEMBER"])
  }

  @Test("A user is shown with the active workspaces in which they have a role of their own")
  func ownRoles() async throws {
    let (acme, room) = try await place()
    try await fixture.member("root@x.org", .admin, in: acme)
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let closed = try await fixture.workspace("Closed", in: acme).id
    func shown() throws -> [UserWorkspace] {
      try fixture.store.read { tx in
        try Members.get(GetUserRequest(organizationId: acme, id: jane), by: .unlimited, in: tx)
      }.workspaces
    }
    #expect(try shown().isEmpty)
    try await fixture.letIn(jane, to: room, as: .workspaceDeveloper)
    try await fixture.letIn(jane, to: closed)
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: closed), by: .unlimited, in: &tx)
    }
    let own = UserWorkspace(id: room, name: "Production", role: "workspace_developer")
    #expect(try shown() == [own])
    try await fixture.change(jane, of: acme, to: .admin)
    #expect(try shown().isEmpty)
    try await fixture.change(jane, of: acme, to: .developer)
    #expect(try shown() == [own])
  }

  @Test("Archived and default workspaces accept no members, and archived ones still list theirs")
  func closed() async throws {
    let organization = try await fixture.organization()
    let room = try await fixture.workspace(in: organization.id).id
    let jane = try await fixture.member("jane@x.org", in: organization.id).id
    try await fixture.letIn(jane, to: room)
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: room), by: .unlimited, in: &tx)
    }
    let archived = await #expect(throws: AdminError.self) {
      try await update(jane, room, to: .workspaceAdmin)
    }
    let usual = await #expect(throws: AdminError.self) {
      try await fixture.letIn(jane, to: organization.defaultWorkspaceId)
    }
    #expect([archived, usual].map(reason) == ["WORKSPACE_ARCHIVED", "DEFAULT_WORKSPACE"])
    #expect(try fixture.people(in: room).data.map(\.userId) == [jane])
  }

  @Test("A page of workspace members continues after one who was removed, in both directions")
  func departed() async throws {
    let (acme, room) = try await place()
    var newestFirst: [String] = []
    for number in 0..<5 {
      let id = try await fixture.member("u\(number)@x.org", in: acme).id
      try await fixture.letIn(id, to: room)
      newestFirst.insert(id, at: 0)
    }
    let gone = newestFirst[2]
    try await remove(gone, room)
    let after = try fixture.people(in: room, limit: 5, after: gone)
    let before = try fixture.people(in: room, limit: 5, before: gone)
    #expect(after.data.map(\.userId) == Array(newestFirst[3...]))
    #expect(before.data.map(\.userId) == Array(newestFirst[..<2]))
  }

  @Test("Pages of workspace members forward and backward show each once, the last added first")
  func paging() async throws {
    let (acme, room) = try await place()
    var newestFirst: [String] = []
    for number in 0..<5 {
      let id = try await fixture.member("u\(number)@x.org", in: acme).id
      try await fixture.letIn(id, to: room)
      newestFirst.insert(id, at: 0)
    }
    let first = try fixture.people(in: room, limit: 3)
    let second = try fixture.people(in: room, limit: 3, after: first.data[2].userId)
    #expect((first.data + second.data).map(\.userId) == newestFirst)
    #expect([first.hasMore, second.hasMore] == [true, false])
    let back = try fixture.people(in: room, limit: 3, before: second.data[0].userId)
    #expect(back.data == first.data)
  }

  @Test("An old etag is refused, also for a workspace member by the organization's role")
  func etags() async throws {
    let (acme, room) = try await place()
    let billing = try await fixture.member("b@x.org", .billing, in: acme).id
    let error = await #expect(throws: (any Error).self) {
      try await update(billing, room, to: .workspaceAdmin, ifMatch: "7")
    }
    #expect(reason(of: error) == "ETAG_MISMATCH")
  }

  @Test("A workspace's admin manages its members, and no other workspace's")
  func workspaceAdmin() async throws {
    let (acme, room) = try await place()
    let next = try await fixture.workspace(in: acme).id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let access = Access(
      of: IPCPrincipal(
        kind: .user, id: "user_1",
        roles: [
          IPCRoleGrant(
            role: Role.workspaceAdmin.rawValue, organizationId: acme, workspaceId: room)
        ]))
    @Sendable func add(to workspace: String) async throws {
      _ = try await fixture.write { tx in
        try WorkspaceMembers.add(
          AddWorkspaceMemberRequest(
            workspaceId: workspace, userId: jane, workspaceRole: "workspace_user"),
          by: access, in: &tx)
      }
    }
    try await add(to: room)
    let error = await #expect(throws: AdminError.self) { try await add(to: next) }
    #expect(reason(of: error) == "PERMISSION_DENIED")
  }
}
