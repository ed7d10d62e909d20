import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

/// The problem that these tests guard against: a member made keys without naming an owner, left,
/// and went on using them.
@Suite("The keys of a member who leaves")
struct LeaverKeyTests {
  let keys: KeyFixture
  private var fixture: Fixture { keys.base }
  private var organization: String { keys.organization.id }

  init() async throws { keys = try await KeyFixture() }

  private struct People {
    let leaver, heir: String
    let access: Access
  }

  /// Adds an admin who will leave, and another admin.
  private func people() async throws -> People {
    let leaver = try await fixture.member("leaver@x.org", .admin, in: organization).id
    let heir = try await fixture.member("heir@x.org", .admin, in: organization).id
    let grant = IPCRoleGrant(role: Role.admin.rawValue, organizationId: organization)
    return People(
      leaver: leaver, heir: heir,
      access: Access(of: IPCPrincipal(kind: .user, id: leaver, roles: [grant])))
  }

  private func issue(
    _ name: String, user: String = "", isOwnerless: Bool = false, by access: Access
  ) async throws -> ApiKey {
    let draft = IssueKeyRequest(
      workspaceId: keys.workspace.id, name: name, userId: user, withoutOwner: isOwnerless)
    return try await fixture.write { [secrets = keys.secrets] tx in
      try Keys.issue(draft, with: secrets, by: access, in: &tx).key
    }
  }

  private func remove(
    _ user: String, reassigningTo heir: String = "", archivingCreated: Bool = false
  ) async throws -> RemoveUserResponse {
    let request = RemoveUserRequest(
      organizationId: organization, id: user, reassignKeysTo: heir,
      archiveCreated: archivingCreated)
    return try await fixture.write { tx in
      try Members.remove(request, by: .unlimited, in: &tx)
    }
  }

  private func outcomes(_ removal: RemoveUserResponse) -> [String: LeaverKey.Outcome?] {
    Dictionary(
      uniqueKeysWithValues: removal.keys.map { ($0.name, LeaverKey.Outcome(rawValue: $0.outcome)) })
  }

  @Test("A member who makes a key without naming an owner owns it, and it ends when they leave")
  func ownKey() async throws {
    let people = try await people()
    let key = try await issue("mine", by: people.access)
    #expect(key.userId == people.leaver)
    let removal = try await remove(people.leaver)
    #expect(outcomes(removal) == ["mine": .ended])
    #expect(try keys.get(key.id).status == "archived")
  }

  @Test("A registered key without a named owner belongs to the member who registers it")
  func registered() async throws {
    let people = try await people()
    let record = try await keys.register(by: people.access)
    #expect(record.userId == people.leaver)
  }

  @Test("A key that a caller who isn't a member makes, or that is for a service, has no owner")
  func ownerless() async throws {
    let people = try await people()
    #expect(try await issue("service", isOwnerless: true, by: people.access).userId.isEmpty)
    #expect(try await issue("operator", by: .unlimited).userId.isEmpty)
    let stranger = Access(
      of: IPCPrincipal(
        kind: .user, id: "user_1", roles: [IPCRoleGrant(role: Role.superAdmin.rawValue)]))
    #expect(try await issue("stranger", by: stranger).userId.isEmpty)
    let error = await #expect(throws: AdminError.self) {
      try await issue("both", user: people.heir, isOwnerless: true, by: people.access)
    }
    #expect(violations(of: error) == ["without_owner": "CONTRADICTS_OWNER"])
  }

  @Test("A removal shows which keys end, and which keys the leaver made for others stay")
  func kept() async throws {
    let people = try await people()
    let service = try await issue("service", isOwnerless: true, by: people.access)
    let heirs = try await issue("heir's", user: people.heir, by: people.access)
    _ = try await issue("mine", by: people.access)
    _ = try await issue("another's", user: people.heir, by: .unlimited)
    let removal = try await remove(people.leaver)
    #expect(outcomes(removal) == ["service": .kept, "heir's": .kept, "mine": .ended])
    #expect(try [service, heirs].allSatisfy { try keys.get($0.id).status == "active" })
  }

  @Test("A leaver's keys can be given to another member, and the removal shows it")
  func reassigned() async throws {
    let people = try await people()
    let key = try await issue("mine", by: people.access)
    let removal = try await remove(people.leaver, reassigningTo: people.heir)
    #expect(outcomes(removal) == ["mine": .reassigned])
    let record = try keys.get(key.id)
    #expect(record.status == "active" && record.userId == people.heir)
  }

  @Test("Only another member of the organization can take over a leaver's keys")
  func heirs() async throws {
    let people = try await people()
    let stranger = try await fixture.write { tx in try tx.newID(of: .user) }
    let refusal = await #expect(throws: AdminError.self) {
      try await remove(people.leaver, reassigningTo: stranger)
    }
    #expect(reason(of: refusal) == "USER_NOT_A_MEMBER")
    let same = await #expect(throws: AdminError.self) {
      try await remove(people.leaver, reassigningTo: people.leaver)
    }
    #expect(violations(of: same) == ["reassign_keys_to": "SAME_USER"])
    #expect(try fixture.members(of: organization, email: "leaver@x.org").data.count == 1)
  }

  @Test("A removal can end everything that the leaver made, including admin keys, and nothing else")
  func archivesCreated() async throws {
    let people = try await people()
    let service = try await issue("service", isOwnerless: true, by: people.access)
    let other = try await issue("other", by: .unlimited)
    let (auth, organization) = (AuthKeys([UInt8](repeating: 7, count: 32)), organization)
    let admin = try await fixture.write { tx in
      try AdminKeys.create(
        CreateAdminKeyRequest(organizationId: organization, name: "admin"), by: people.access,
        keys: auth, in: &tx)
    }.key
    let kept = try fixture.store.read { tx in
      try AdminSchema.adminKeys.require(admin.id, in: tx).record.key
    }
    #expect(kept.revokedAt == nil)

    let removal = try await remove(people.leaver, archivingCreated: true)
    #expect(outcomes(removal) == ["service": .ended, "admin": .ended])
    #expect(try keys.get(service.id).status == "archived")
    #expect(try keys.get(other.id).status == "active")
    let ended = try fixture.store.read { tx in
      try AdminSchema.adminKeys.require(admin.id, in: tx).record.key
    }
    #expect(ended.revokedAt != nil)
  }

  @Test("An admin key that a leaver made stays, and the removal shows it")
  func adminKey() async throws {
    let people = try await people()
    let (auth, organization) = (AuthKeys([UInt8](repeating: 7, count: 32)), organization)
    _ = try await fixture.write { tx in
      try AdminKeys.create(
        CreateAdminKeyRequest(organizationId: organization, name: "admin"), by: people.access,
        keys: auth, in: &tx)
    }
    let removal = try await remove(people.leaver)
    #expect(removal.keys.map(\.type) == ["admin_key"] && outcomes(removal) == ["admin": .kept])
  }

  @Test("A removal names the workspaces that the leaver was in")
  func workspaces() async throws {
    let user = try await fixture.member("jo@x.org", in: organization).id
    let workspace = keys.workspace.id
    _ = try await fixture.write { tx in
      try WorkspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: workspace, userId: user, workspaceRole: Role.workspaceUser.rawValue),
        by: .unlimited, in: &tx)
    }
    #expect(try await remove(user).workspaceIds == [workspace])
  }
}
