import AdminProtos
import IPCProtos
import Status
import Testing

@testable import AdminModel

@Suite("The keys of suspended members")
struct SuspendedKeyTests {
  let keys: KeyFixture
  private let jane: String
  private let bob: String

  private var fixture: Fixture { keys.base }
  private var organization: String { keys.organization.id }

  init() async throws {
    keys = try await KeyFixture()
    let (base, organization) = (keys.base, keys.organization.id)
    jane = try await base.member("jane@x.org", in: organization).id
    bob = try await base.member("bob@x.org", in: organization).id
  }

  @discardableResult
  private func suspend(_ user: String) async throws -> SuspendUserResponse {
    let request = SuspendUserRequest(organizationId: organization, id: user)
    return try await fixture.write { tx in
      try Members.suspend(request, by: .unlimited, in: &tx)
    }
  }

  private func resume(_ user: String) async throws {
    let request = ResumeUserRequest(organizationId: organization, id: user)
    _ = try await fixture.write { tx in try Members.resume(request, by: .unlimited, in: &tx) }
  }

  private func link(_ key: String, to user: String) async throws -> ApiKey {
    try await fixture.write { tx in
      try Keys.link(LinkKeyRequest(id: key, userId: user), by: .unlimited, in: &tx)
    }
  }

  @Test("The keys that the member owns stop working at once, and work again after the suspension")
  func verification() async throws {
    let owned = try await keys.issue(user: jane)
    let other = try await keys.issue("Other", user: bob)
    let disabled = try await keys.issue("Disabled", user: jane)
    _ = try await keys.update(disabled.key.id, status: "inactive")
    #expect(try await suspend(jane).stoppedKeys == 1)
    #expect(try keys.verify(owned.secret.text) == "SUSPENDED")
    #expect(try keys.verify(disabled.secret.text) == "INACTIVE")
    #expect(try keys.verify(other.secret.text) == "VALID")
    #expect(try keys.get(owned.key.id).userSuspended)
    #expect(try keys.get(owned.key.id).status == "active")
    #expect(try !keys.get(other.key.id).userSuspended)
    #expect(try await suspend(jane).stoppedKeys == 0)

    try await resume(jane)
    #expect(try keys.verify(owned.secret.text) == "VALID")
    #expect(try keys.verify(disabled.secret.text) == "INACTIVE")
    _ = try await keys.update(disabled.key.id, status: "active")
    #expect(try keys.verify(disabled.secret.text) == "VALID")
  }

  @Test("A key that is rotated or enabled meanwhile doesn't work before the suspension ends")
  func changes() async throws {
    let owned = try await keys.issue(user: jane)
    _ = try await keys.update(owned.key.id, status: "inactive")
    try await suspend(jane)
    _ = try await keys.update(owned.key.id, status: "active")
    let rotated = try await keys.rotate(owned.key.id, overlap: .seconds(60))
    #expect(try keys.verify(rotated.secret.text) == "SUSPENDED")
    #expect(try keys.verify(owned.secret.text) == "SUSPENDED")
    try await resume(jane)
    #expect(try keys.verify(rotated.secret.text) == "VALID")
  }

  @Test("A key that gets another owner, or none, works again")
  func linked() async throws {
    let first = try await keys.issue("First", user: jane)
    let second = try await keys.issue("Second", user: jane)
    try await suspend(jane)
    #expect(try await !link(first.key.id, to: bob).userSuspended)
    #expect(try await !link(second.key.id, to: "").userSuspended)
    for minted in [first, second] { #expect(try keys.verify(minted.secret.text) == "VALID") }
  }

  @Test("A suspended member is given no key, and the refusal says how to resume the member")
  func refused() async throws {
    let free = try await keys.issue(isOwnerless: true)
    let owned = try await keys.issue("Owned", user: jane)
    try await suspend(jane)
    #expect(await refusal { try await keys.issue("New", user: jane) } == "USER_SUSPENDED")
    let error = await #expect(throws: AdminError.self) { try await link(free.key.id, to: jane) }
    #expect(reason(of: error) == "USER_SUSPENDED")
    #expect(
      error?.status.message.hasSuffix("steward users resume \(jane) --org \(organization)") == true)
    // The key has this owner already.
    #expect(try await link(owned.key.id, to: jane).userSuspended)

    let removal = RemoveUserRequest(
      organizationId: organization, id: bob, reassignKeysTo: jane)
    let heir = await refusal {
      try await fixture.write { tx in try Members.remove(removal, by: .unlimited, in: &tx) }
    }
    #expect(heir == "USER_SUSPENDED")
  }

  @Test("A super admin who is suspended in the organization issues keys there for others only")
  func caller() async throws {
    try await suspend(jane)
    let access = Access(
      of: IPCPrincipal(
        kind: .user, id: jane, roles: [IPCRoleGrant(role: Role.superAdmin.rawValue)]))
    #expect(await refusal { try await keys.issue(by: access) } == "USER_SUSPENDED")
    #expect(try await keys.issue(user: bob, by: access).key.userId == bob)
    #expect(try await keys.issue("Free", isOwnerless: true, by: access).key.userId.isEmpty)
  }

  @Test("Keys that the member only created keep working")
  func created() async throws {
    let access = Access(
      of: IPCPrincipal(
        kind: .user, id: jane,
        roles: [IPCRoleGrant(role: Role.developer.rawValue, organizationId: organization)]))
    let free = try await keys.issue(isOwnerless: true, by: access)
    try await suspend(jane)
    #expect(try keys.verify(free.secret.text) == "VALID")
  }

  @Test("When a suspended member is removed, the heir's keys work and the others are archived")
  func removed() async throws {
    let owned = try await keys.issue(user: jane)
    try await suspend(jane)
    let removal = RemoveUserRequest(organizationId: organization, id: jane, reassignKeysTo: bob)
    let response = try await fixture.write { tx in
      try Members.remove(removal, by: .unlimited, in: &tx)
    }
    #expect(response.reassignedKeys == 1)
    #expect(try keys.verify(owned.secret.text) == "VALID")

    try await suspend(bob)
    try await fixture.remove(bob, of: organization)
    #expect(try keys.verify(owned.secret.text) == "ARCHIVED")
    #expect(try !keys.get(owned.key.id).userSuspended)
  }
}
