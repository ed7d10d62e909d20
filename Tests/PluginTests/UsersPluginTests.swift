import AdminModel
import AdminProtos
import AdminServices
import IPC
import Testing

@Suite("The users plugin")
struct UsersPluginTests {
  let fixture: PluginFixture
  let org: String

  init() async throws {
    fixture = try await PluginFixture()
    org = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
  }

  private func add(_ email: String, _ role: String = "user") async throws -> User {
    try await fixture.users.add(
      AddUserRequest(organizationId: org, email: email, name: "Jane", role: role))
  }

  @Test("An added user can be read, listed, changed and removed, and counts as a member")
  func life() async throws {
    _ = try await add("root@x.org", "admin")
    let jane = try await add("jane@x.org")
    #expect(jane.type == "user")
    #expect(
      try await fixture.users.get(GetUserRequest(organizationId: org, id: jane.id)) == jane)
    let changed = try await fixture.users.update(
      UpdateUserRequest(
        organizationId: org, id: jane.id, role: "developer", name: "Joan", ifMatch: jane.etag))
    #expect([changed.role, changed.name] == ["developer", "Joan"])
    let list = try await fixture.users.list(
      ListUsersRequest(organizationId: org, roles: ["developer"]))
    #expect(list.data == [changed])
    #expect(list.lastId == jane.id)
    #expect(try await fixture.orgs.get(GetOrganizationRequest(id: org)).memberCount == 2)

    let removed = try await fixture.users.remove(
      RemoveUserRequest(organizationId: org, id: jane.id))
    #expect(removed.type == "user_deleted")
    #expect(try await fixture.orgs.get(GetOrganizationRequest(id: org)).memberCount == 1)
  }

  @Test("A dry run of a removal shows the outcome for each key, and changes nothing")
  func dryRun() async throws {
    let root = try await add("root@x.org", "admin")
    let jane = try await add("jane@x.org")
    let key = try await fixture.keys.issue(
      IssueKeyRequest(organizationId: org, name: "CI", userId: jane.id))
    let before = try await fixture.users.get(GetUserRequest(organizationId: org, id: jane.id))
    #expect(before.keyCount == 1 && before.etag == jane.etag)
    var request = RemoveUserRequest(organizationId: org, id: jane.id, dryRun: true)
    let preview = try await fixture.users.remove(request)
    #expect(preview.dryRun && preview.endedKeys == 1 && preview.keys.map(\.outcome) == ["ended"])
    #expect(preview.keys.first?.id == key.key?.id && preview.keys.first?.type == "api_key")
    #expect(
      try await fixture.users.get(GetUserRequest(organizationId: org, id: jane.id)) == before)

    (request.dryRun, request.reassignKeysTo) = (false, root.id)
    let removed = try await fixture.users.remove(request)
    #expect(!removed.dryRun && removed.reassignedKeys == 1)
    #expect(removed.keys.map(\.userId) == [root.id])
    #expect(try await fixture.keys.get(GetKeyRequest(id: key.key?.id ?? "")).userId == root.id)
  }

  @Test("A dry run of a suspension shows what would stop, and changes nothing")
  func suspension() async throws {
    _ = try await add("root@x.org", "admin")
    let jane = try await add("jane@x.org")
    let issued = try await fixture.keys.issue(
      IssueKeyRequest(organizationId: org, name: "CI", userId: jane.id))
    var request = SuspendUserRequest(organizationId: org, id: jane.id, dryRun: true)
    let preview = try await fixture.users.suspend(request)
    #expect(preview.dryRun && preview.stoppedKeys == 1 && preview.user?.suspendedAt != nil)
    let verification = VerifyKeyRequest(secret: issued.secret)
    #expect(try await fixture.keys.verify(verification).valid)

    request.dryRun = false
    let suspended = try await fixture.users.suspend(request)
    #expect(!suspended.dryRun && suspended.stoppedKeys == 1)
    #expect(try await fixture.keys.verify(verification).reason == "SUSPENDED")
    let list = try await fixture.users.list(ListUsersRequest(organizationId: org))
    #expect(list.data.compactMap(\.suspendedAt).count == 1)

    let resumed = try await fixture.users.resume(
      ResumeUserRequest(organizationId: org, id: jane.id))
    #expect(resumed.suspendedAt == nil && resumed.keyCount == 1)
    #expect(try await fixture.keys.verify(verification).valid)
  }

  @Test("A renewed invite has another token, which only its call and repetitions return")
  func renewal() async throws {
    let created = try await fixture.invites.create(
      CreateInviteRequest(organizationId: org, email: "jane@x.org", role: "user"))
    let request = RenewInviteRequest(id: try #require(created.invite).id)
    let options = CallOptions(idempotencyKey: "key-1")
    let renewed = try await fixture.invites.renew(request, options: options)
    #expect(renewed.token != created.token && renewed.invite?.id == request.id)
    #expect(SecretText(renewed.token, prefix: "stw-invite-") != nil)
    #expect(try await fixture.invites.renew(request, options: options) == renewed)
    #expect(try !fixture.storeContains(renewed.token))
  }

  @Test("An invite's token is returned only by its call and by repetitions of that call")
  func token() async throws {
    let request = CreateInviteRequest(organizationId: org, email: "jane@x.org", role: "user")
    let options = CallOptions(idempotencyKey: "key-1")
    let created = try await fixture.invites.create(request, options: options)
    let again = try await fixture.invites.create(request, options: options)
    #expect(created == again)
    #expect(SecretText(created.token, prefix: "stw-invite-") != nil)

    let invite = try #require(created.invite)
    #expect(try await fixture.invites.get(GetInviteRequest(id: invite.id)) == invite)
    let list = try await fixture.invites.list(
      ListInvitesRequest(organizationId: org, statuses: ["pending"]))
    #expect(list.data == [invite])
  }

  @Test("A withdrawn invite is returned as deleted and is no longer listed")
  func withdrawn() async throws {
    let id = try await fixture.invites.create(
      CreateInviteRequest(organizationId: org, email: "jane@x.org", role: "user")
    ).invite?.id
    let deleted = try await fixture.invites.delete(DeleteInviteRequest(id: try #require(id)))
    #expect(deleted.type == "invite_deleted")
    let list = try await fixture.invites.list(ListInvitesRequest(organizationId: org))
    #expect(list.data.isEmpty)
  }

  @Test("A user who is added to a workspace can be read, listed, changed and removed")
  func workspaceMembers() async throws {
    let jane = try await add("jane@x.org")
    let room = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: org, name: "W")
    ).id
    let members = fixture.workspaceMembers
    let added = try await members.add(
      AddWorkspaceMemberRequest(
        workspaceId: room, userId: jane.id, workspaceRole: "workspace_user"))
    #expect(added.email == "jane@x.org")
    #expect(
      try await members.get(GetWorkspaceMemberRequest(workspaceId: room, userId: jane.id)) == added
    )
    let changed = try await members.update(
      UpdateWorkspaceMemberRequest(
        workspaceId: room, userId: jane.id, workspaceRole: "workspace_admin", ifMatch: added.etag))
    let list = try await members.list(ListWorkspaceMembersRequest(workspaceId: room))
    #expect(list.data == [changed])
    #expect(list.firstId == jane.id)
    let removed = try await members.remove(
      RemoveWorkspaceMemberRequest(workspaceId: room, userId: jane.id))
    #expect(removed.type == "workspace_member_deleted")
  }
}
