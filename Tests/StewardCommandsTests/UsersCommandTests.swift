import AdminProtos
import ArgumentParser
import IPC
import Testing

@testable import StewardCommands

@Suite("steward users and steward invites")
struct UsersCommandTests {
  let recorder = Recorder()
  let users = FakeUsers()
  let invites = FakeInvites()
  static let acme = "0198c0de-0000-7000-8000-000000000001"

  private func run(_ verb: any CallingVerb) async throws {
    let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme")])
    let channel = InProcessChannel(ServiceRouter([orgs, users, invites]))
    try await verb.run(over: channel, in: recorder.session())
  }

  @Test("steward users add sends what is given, and the role user by default")
  func add() async throws {
    try await run(
      AddUser.parse(["jane@x.org", "--name", "Jane", "--key", "apikey_1", "-o", "id"]))
    #expect(recorder.output == "user_1\n")
    #expect(
      users.additions == [
        AddUserRequest(
          organizationId: Self.acme, email: "jane@x.org", name: "Jane", role: "user",
          keyId: "apikey_1")
      ])
  }

  @Test("steward users list sends the beginnings of words and the ids to select members by")
  func query() async throws {
    try await run(
      ListUsers.parse(["--query", "jan", "--id", "user_1", "--id", "user_2", "-o", "id"]))
    #expect(users.lists.map(\.query) == ["jan"])
    #expect(users.lists.map(\.ids) == [["user_1", "user_2"]])
    #expect(throws: (any Error).self) { try ListUsers.parse(["--query", ""]) }
    for option in ["--query", "--id"] {
      #expect(throws: (any Error).self) { try ListUsers.parse(["--super-admins", option, "jan"]) }
    }
  }

  @Test("steward users memberships shows the organizations of an address, or says there are none")
  func memberships() async throws {
    try await run(ListMemberships.parse(["jane@x.org"]))
    #expect(
      recorder.output == """
        ORGANIZATION  NAME  USER    EMAIL       ROLE
        acme          Acme  user_1  jane@x.org  admin

        """)
    try await run(ListMemberships.parse(["unknown@x.org"]))
    #expect(recorder.errors == "No organization that you may see has this address.\n")
  }

  @Test("steward users leave requires the organization and never guesses it")
  func leave() async throws {
    try await run(LeaveOrganization.parse(["--org", Self.acme, "-o", "id"]))
    #expect(recorder.output == "user_1\n")
    #expect(throws: (any Error).self) { try LeaveOrganization.parse([]) }
  }

  @Test("steward users invite shows the token, and says that it won't be shown again")
  func invite() async throws {
    try await run(InviteUser.parse(["jane@x.org", "--role", "admin"]))
    #expect(recorder.output.contains("invite.role   admin\n"))
    #expect(recorder.output.hasSuffix("token         \(FakeInvites.token)\n"))
    #expect(
      recorder.errors == "Keep the token now: it is not stored, and won't be shown again.\n")
  }

  @Test("steward users list marks super admins and sends its filters")
  func list() async throws {
    try await run(ListUsers.parse(["--role", "admin", "--role", "user", "--email", "j@x.org"]))
    #expect(
      recorder.output == """
        ID      EMAIL       NAME  ROLE                 ADDED
        user_1  jane@x.org  Jane  admin (super admin)  2026-01-02T03:04:05Z

        """)
    #expect(
      users.lists == [
        ListUsersRequest(organizationId: Self.acme, email: "j@x.org", roles: ["admin", "user"])
      ])
  }

  @Test("steward users list says that no member matches if a filter excludes all members")
  func noMatch() async throws {
    try await run(ListUsers.parse(["--email", "unknown@x.org"]))
    #expect(recorder.output == "")
    #expect(recorder.errors == "No members match.\n")
  }

  @Test("steward users update sends only what is given", arguments: [true, false])
  func update(superAdmin: Bool) async throws {
    let flag = superAdmin ? "--super-admin" : "--no-super-admin"
    try await run(UpdateUser.parse(["user_1", flag, "--if-match", "7"]))
    try await run(UpdateUser.parse(["user_1", "--role", "billing"]))
    #expect(
      users.updates == [
        UpdateUserRequest(
          organizationId: Self.acme, id: "user_1", ifMatch: "7", isSuperAdmin: superAdmin),
        UpdateUserRequest(organizationId: Self.acme, id: "user_1", role: "billing"),
      ])
  }

  @Test("steward users update without a change is refused")
  func nothing() {
    let error = #expect(throws: (any Error).self) { try UpdateUser.parse(["user_1"]) }
    #expect(error.map(UpdateUser.message(for:))?.contains("Nothing to change") == true)
  }

  @Test("steward users update --everywhere sends no organization and refuses a role")
  func everywhere() async throws {
    try await run(UpdateUser.parse(["user_1", "--no-super-admin", "--everywhere"]))
    #expect(users.updates == [UpdateUserRequest(id: "user_1", isSuperAdmin: false)])
    #expect(throws: (any Error).self) {
      try UpdateUser.parse(["user_1", "--role", "user", "--everywhere"])
    }
  }

  @Test("steward users suspend shows what stopped, and how to undo it")
  func suspend() async throws {
    try await run(SuspendUser.parse(["user_1"]))
    #expect(recorder.output.contains("stopped_keys"))
    #expect(recorder.output.contains("user.suspended_at"))
    #expect(recorder.errors == "To undo it: steward users resume user_1 --org \(Self.acme)\n")
  }

  @Test("steward users suspend --dry-run says that nothing was changed")
  func suspendDryRun() async throws {
    try await run(SuspendUser.parse(["user_1", "--dry-run"]))
    #expect(
      recorder.errors == "Nothing was changed. Leave --dry-run out to suspend the member.\n")
  }

  @Test("steward users resume prints the member")
  func resume() async throws {
    try await run(ResumeUser.parse(["user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\n")
  }

  @Test("steward invites renew shows the new token, and says that it won't be shown again")
  func renew() async throws {
    try await run(RenewInvite.parse(["invite_1"]))
    #expect(recorder.output.contains(FakeInvites.token))
    #expect(
      recorder.errors == "Keep the token now: it is not stored, and won't be shown again.\n")
  }

  @Test("steward users remove prints the id of the removed member")
  func remove() async throws {
    try await run(RemoveUser.parse(["user_1", "-o", "id"]))
    #expect(recorder.output == "user_1\n")
    #expect(!recorder.errors.contains("super admin"))
  }

  @Test("steward users remove says that a super admin's rights ended with the last membership")
  func removeSuperAdmin() async throws {
    try await run(RemoveUser.parse(["user_2"]))
    #expect(recorder.errors.contains("user_2 is no longer a super admin"))
  }

  @Test("steward users list --super-admins shows who can log in, and their organizations")
  func listSuperAdmins() async throws {
    try await run(ListUsers.parse(["--super-admins"]))
    #expect(
      recorder.output == """
        ID      EMAIL      NAME  LOGS IN      ORGANIZATIONS
        user_1  ada@x.org  Ada   yes          acme beta
        user_2  bob@x.org  Bob   no password

        """)
    #expect(throws: (any Error).self) { try ListUsers.parse(["--super-admins", "--role", "user"]) }
  }

  @Test("steward users remove shows the outcome of each key, and warns about secrets of kept keys")
  func removedKeys() async throws {
    try await run(RemoveUser.parse(["user_1", "--dry-run"]))
    #expect(
      recorder.output == """
        id                 user_1
        organization_id    \(Self.acme)
        ended_keys         1
        reassigned_keys    0
        kept_keys          1
        dry_run            true
        super_admin_ended  false

        OUTCOME  KEY ID        KEY                NAME  WORKSPACE  OWNER
        ended    apikey_ended  sk-stw-R2D...igAA  CI    wrkspc_1
        kept     apikey_kept   sk-stw-R2D...igAA  CI    wrkspc_1

        """)
    #expect(
      recorder.errors == """
        Nothing was changed. Leave --dry-run out to remove the member.
        The user made keys that stay, and may know their secrets: see --archive-created, or rotate \
        and revoke them.

        """)
  }

  @Test("steward invites list shows the status of each invite and sends its filters")
  func listInvites() async throws {
    try await run(ListInvites.parse(["--status", "expired", "--status", "pending"]))
    #expect(
      recorder.output == """
        ID        EMAIL       ROLE  STATUS   INVITED               EXPIRES
        invite_1  jane@x.org  user  expired  2026-01-02T03:04:05Z  2026-01-02T03:04:05Z

        """)
    #expect(invites.lists.map(\.statuses) == [["expired", "pending"]])
  }

  @Test("steward invites get and invites delete print the id of the invite")
  func others() async throws {
    try await run(GetInvite.parse(["invite_1", "-o", "id"]))
    try await run(DeleteInvite.parse(["invite_1", "-o", "id"]))
    #expect(recorder.output == "invite_1\ninvite_1\n")
  }
}
