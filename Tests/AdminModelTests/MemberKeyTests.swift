import AdminProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("The keys of members")
struct MemberKeyTests {
  let keys: KeyFixture
  private var fixture: Fixture { keys.base }
  private var organization: String { keys.organization.id }

  init() async throws { keys = try await KeyFixture() }

  @discardableResult
  private func add(_ email: String, key: String, name: String = "Jane") async throws -> User {
    let draft = AddUserRequest(
      organizationId: organization, email: email, name: name, role: "user", keyId: key)
    return try await fixture.write { tx in try Members.add(draft, by: .unlimited, in: &tx) }
  }

  private func key(_ id: String) throws -> ApiKey {
    try fixture.store.read { try Keys.get(id, by: .unlimited, in: $0) }
  }

  @Test("A key without an owner can be given to a new member")
  func linked() async throws {
    let id = try await keys.issue().key.id
    let jane = try await add("jane@x.org", key: id).id
    #expect(try key(id).userId == jane)
  }

  @Test("The refusal of a key lists the active keys with their owners, and no member is added")
  func candidates() async throws {
    let owned = try await keys.issue("A").key
    let free = try await keys.issue("B").key
    let revoked = try await keys.issue("C").key
    try await add("owner@x.org", key: owned.id, name: "Owner")
    _ = try await fixture.write { tx in
      try Keys.revoke(revoked.id, ifMatch: "", by: .unlimited, in: &tx)
    }
    for wrong in [owned.id, revoked.id, "apikey_1", "apikey_111111111111111111111111", "B"] {
      let error = await #expect(throws: AdminError.self) {
        try await add("jane@x.org", key: wrong)
      }
      #expect(reason(of: error) == "KEY_NOT_LINKABLE")
      let lines = error?.status.message.split(separator: "\n").dropFirst().map(String.init)
      #expect(
        lines == [
          "Its active keys are:", "  \(free.id)  \(free.partialKeyHint)  no owner",
          "  \(owned.id)  \(owned.partialKeyHint)  of owner@x.org",
        ])
    }
    #expect(try fixture.members(of: organization, email: "jane@x.org").data.isEmpty)
  }

  @Test("A secret that is given instead of a key id is not repeated in the refusal")
  func secret() async throws {
    let minted = try await keys.issue()
    let error = await #expect(throws: AdminError.self) {
      try await add("jane@x.org", key: minted.secret.text)
    }
    #expect(error?.status.message.contains(minted.secret.text) == false)
  }

  @Test("A key of another organization can't be given to a new member")
  func foreign() async throws {
    let other = try await fixture.organization("Other").id
    let id = try await keys.issue().key.id
    let error = await #expect(throws: AdminError.self) {
      try await fixture.write { tx in
        let draft = AddUserRequest(
          organizationId: other, email: "jane@x.org", name: "Jane", role: "user", keyId: id)
        return try Members.add(draft, by: .unlimited, in: &tx)
      }
    }
    #expect(reason(of: error) == "KEY_NOT_LINKABLE")
    #expect(error?.status.message.contains(id) == false)
  }

  @Test("A removed member loses their keys for good, and other keys stay")
  func removal() async throws {
    let theirs = try await keys.issue().key.id
    let nobodys = try await keys.issue().key.id
    let jane = try await add("jane@x.org", key: theirs).id
    try await fixture.remove(jane, of: organization)
    #expect(try key(theirs).status == "archived")
    #expect(try key(nobodys).status == "active")
    try await fixture.member("jane@x.org", in: organization)
    #expect(try key(theirs).status == "archived")
  }
}
