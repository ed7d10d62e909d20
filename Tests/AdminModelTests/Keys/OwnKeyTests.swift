import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("Keys that belong to the caller")
struct OwnKeyTests {
  private let fixture: KeyFixture
  private let mine: String
  private let another: String

  init() async throws {
    fixture = try await KeyFixture()
    mine = try await fixture.issue(user: fixture.member).key.id
    another = try await fixture.issue(isOwnerless: true).key.id
  }

  private static let roles: [Role] = [.user, .claudeCodeUser]

  private func rotate(_ id: String, by access: Access) async throws -> ApiKey {
    try await fixture.base.write { [secrets = fixture.secrets] tx in
      try Keys.rotate(RotateKeyRequest(id: id), with: secrets, by: access, in: &tx).key
    }
  }

  private func revoke(_ id: String, by access: Access) async throws -> ApiKey {
    try await fixture.base.write { tx in try Keys.revoke(id, ifMatch: "", by: access, in: &tx) }
  }

  private func link(to user: String) async throws {
    let id = mine
    try await fixture.base.write { tx in
      _ = try Keys.link(LinkKeyRequest(id: id, userId: user), by: .unlimited, in: &tx)
    }
  }

  @Test("A member sees, rotates and revokes the keys that are linked to them", arguments: roles)
  func own(role: Role) async throws {
    let access = fixture.access(role)
    #expect(try fixture.get(mine, by: access).id == mine)
    #expect(try fixture.list(by: access).ids == [mine])
    #expect(try await rotate(mine, by: access).id == mine)
    #expect(try await revoke(mine, by: access).status == "archived")
  }

  @Test("Another's key reads to a member like one that doesn't exist", arguments: roles)
  func others(role: Role) async throws {
    let access = fixture.access(role)
    let absent = "apikey_" + String(repeating: "z", count: 24)
    for id in [another, absent] {
      #expect(throws: StoreError.notFound("api key", id)) { try fixture.get(id, by: access) }
      await #expect(throws: StoreError.notFound("api key", id)) { try await rotate(id, by: access) }
      await #expect(throws: StoreError.notFound("api key", id)) { try await revoke(id, by: access) }
    }
    #expect(try fixture.list(ListKeysRequest(unowned: true), by: access).ids == [])
    let user = "user_" + String(repeating: "z", count: 24)
    #expect(try fixture.list(ListKeysRequest(userId: user), by: access).ids == [])
    let room = ListKeysRequest(workspaceId: "wrkspc_" + String(repeating: "z", count: 24))
    #expect(try fixture.list(room, by: access).ids == [])
  }

  @Test("A member may not change, link or reveal even their own key", arguments: roles)
  func limits(role: Role) async throws {
    let (access, mine, secrets) = (fixture.access(role), mine, fixture.secrets)
    await #expect(throws: AdminError.self) {
      try await fixture.base.write { tx in
        try Keys.update(UpdateKeyRequest(id: mine, name: "x"), by: access, in: &tx)
      }
    }
    await #expect(throws: AdminError.self) {
      try await fixture.base.write { tx in
        try Keys.link(LinkKeyRequest(id: mine), by: access, in: &tx)
      }
    }
    await #expect(throws: AdminError.self) {
      try await fixture.base.write { tx in
        try Keys.reveal(mine, with: secrets, by: access, in: &tx)
      }
    }
    await #expect(throws: AdminError.self) { try await fixture.issue(by: access) }
  }

  @Test("Only a user in the key's organization owns a key: no admin key, and no role elsewhere")
  func notOwn() {
    let grant = IPCRoleGrant(role: "user", organizationId: fixture.organization.id)
    let machine = Access(
      of: IPCPrincipal(kind: .adminKey, id: fixture.member, roles: [grant]))
    #expect(throws: AdminError.self) { try fixture.get(mine, by: machine) }
    let elsewhere = fixture.access(.user, organization: "01a20ac7-f99f-7000-8308-317d0627c2c5")
    #expect(throws: StoreError.self) { try fixture.get(mine, by: elsewhere) }
    #expect(throws: StoreError.self) { try fixture.list(by: elsewhere) }
  }

  @Test("A key that is linked to another person is no longer the caller's")
  func unlinked() async throws {
    let access = fixture.access(.user)
    try await link(to: "")
    #expect(throws: StoreError.self) { try fixture.get(mine, by: access) }
    #expect(try fixture.list(by: access).ids == [])
  }

  @Test("The outcome of a member's change is repeated only while the key is still theirs")
  func replayed() async throws {
    let (access, mine, secrets) = (fixture.access(.user), mine, fixture.secrets)
    let change = Change(
      actor: "user/\(fixture.member)", plugin: "test", method: "test.v1.Test/Do", call: "k")
    func call(_ access: Access) async throws -> ApiKey {
      let request = RotateKeyRequest(id: mine)
      return try await fixture.base.store.once(change, by: access, request: request) { tx, access in
        try Keys.rotate(request, with: secrets, by: access, in: &tx).key
      }
    }
    let first = try await call(access)
    #expect(try await call(access) == first)
    #expect(try await call(fixture.access(.claudeCodeUser)) == first)
    await #expect(throws: StoreError.self) {
      try await call(fixture.access(.user, organization: "01a20ac7-f99f-7000-8308-317d0627c2c5"))
    }
    await #expect(throws: AdminError.self) { try await call(fixture.access(.workspaceUser)) }
    await #expect(throws: AdminError.replayDenied) { try await call(.unlimited) }
    try await link(to: "")
    await #expect(throws: StoreError.self) { try await call(access) }
  }

  @Test("The permissions for own keys are those that a member's role doesn't give wholly")
  func table() {
    #expect(Role.user.ownPermissions == [.readKeys, .rotateKeys, .revokeKeys])
    #expect(Role.claudeCodeUser.ownPermissions == [.readKeys, .rotateKeys, .revokeKeys])
    #expect(Role.billing.ownPermissions == [.rotateKeys, .revokeKeys])
    for role in [Role.superAdmin, .admin, .developer] + Role.ofWorkspaces {
      #expect(role.ownPermissions == [])
    }
    func held(_ kind: IPCPrincipal.Kind) -> [String]? {
      let grant = IPCRoleGrant(role: "claude_code_user", organizationId: "1")
      return Credentials.Holder(
        principal: IPCPrincipal(kind: kind, id: "1", roles: [grant]), expiresAt: nil,
        dependsOn: [], passwordShownAt: nil
      ).permissions
    }
    #expect(held(.user) == ["auth.self", "keys.read", "keys.revoke", "keys.rotate", "orgs.read"])
    #expect(held(.adminKey) == ["auth.self", "orgs.read"])
  }

  @Test("An identity lists the permissions for own keys in each organization, sorted")
  func identity() async throws {
    let organization = fixture.organization.id
    let jane = try await fixture.base.member("jane@x.org", in: organization).id
    func permissions(_ roles: Role...) throws -> [[String]] {
      let grants = roles.map { role in
        IPCRoleGrant(
          role: role.rawValue, organizationId: role == .superAdmin ? "" : organization)
      }
      let access = Access(of: IPCPrincipal(kind: .user, id: jane, roles: grants))
      return try fixture.base.store.read { tx in
        try Identities.get(access, in: tx).organizations.map(\.ownPermissions)
      }
    }
    #expect(try permissions(.user) == [["keys.read", "keys.revoke", "keys.rotate"]])
    #expect(try permissions(.billing) == [["keys.revoke", "keys.rotate"]])
    #expect(try permissions(.admin) == [[]])
    #expect(try permissions(.superAdmin, .user) == [[]])
  }

  @Test("A key shows the name and the address of its owner, which the store doesn't hold")
  func owner() async throws {
    let jane = try await fixture.base.member(
      "jane@x.org", name: "Jane", in: fixture.organization.id)
    try await link(to: jane.id)
    for key in [try fixture.get(mine), try fixture.list().data[1]] {
      #expect(key.userName == "Jane" && key.userEmail == "jane@x.org")
    }
    #expect(try fixture.get(another).userName == "")
    let stored = try fixture.record(mine).key
    #expect(stored.userName == "" && stored.userEmail == "")
  }
}
