import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Searches for members")
struct MemberSearchTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func found(_ query: String, in organization: String) throws -> [String] {
    try fixture.members(of: organization, query: query).data.map(\.id)
  }

  @Test("A changed name is found in every organization of the user, and the former name in none")
  func renamed() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let ada = try await fixture.person("ada@x.org", in: acme).id
    try await fixture.person("ada@x.org", in: beta)
    try await fixture.write { tx in
      _ = try Users.update(
        UpdateUserRequest(id: ada, name: "Ada King"), by: .unlimited, in: &tx)
      _ = try Users.update(
        UpdateUserRequest(id: ada, name: "伊藤 愛"), by: .unlimited, in: &tx)
    }
    for organization in [acme, beta] {
      #expect(try found("king", in: organization).isEmpty)
      #expect(try found("伊藤", in: organization) == [ada])
      #expect(try found("愛 ada@x", in: organization) == [ada])
    }
  }

  @Test("A change of a name gives every membership an etag that the next change accepts")
  func etags() async throws {
    let acme = try await fixture.organization().id
    let ada = try await fixture.member("ada@x.org", name: "Ada", in: acme).id
    try await fixture.write { tx in
      let changed = try Members.update(
        UpdateUserRequest(organizationId: acme, id: ada, name: "Ada King"), by: .unlimited, in: &tx)
      let again = try Members.update(
        UpdateUserRequest(
          organizationId: acme, id: ada, name: "Ada Byron", ifMatch: changed.etag),
        by: .unlimited, in: &tx)
      #expect(again.name == "Ada Byron")
    }
  }

  @Test("An account that replaces an unclaimed user is found by its own name")
  func absorbed() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let account = try await fixture.person("ada@x.org", in: acme).id
    let unclaimed = try await fixture.member("ada@x.org", name: "Typed By Beta", in: beta).id
    #expect(try found("typed", in: beta) == [unclaimed])
    try await fixture.write { tx in
      let users = try (
        AdminSchema.users.require(unclaimed, in: tx).record,
        AdminSchema.users.require(account, in: tx).record
      )
      try Accounts.absorb(users.0, into: users.1, in: &tx)
    }
    #expect(try found("typed", in: beta).isEmpty)
    #expect(try found("ada@x.org", in: beta) == [account])
  }

  @Test("Ids and an id as query select members of the organization only")
  func ids() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let ada = try await fixture.member("ada@x.org", .admin, in: acme).id
    let bob = try await fixture.member("bob@x.org", in: acme).id
    let eve = try await fixture.member("eve@x.org", in: beta).id
    func ids(_ ids: [String], _ query: String = "", _ roles: [Role] = [], email: String = "") throws
      -> [String]
    {
      try fixture.members(of: acme, email: email, roles: roles, query: query, ids: ids)
        .data.map(\.id)
    }
    #expect(try ids([ada, eve, "x", bob]) == [bob, ada])
    #expect(try ids([ada, bob], "", [.admin]) == [ada])
    #expect(try ids([ada, bob], "bob") == [bob])
    #expect(try ids([ada, bob], "", email: "ada@x.org") == [ada])
    #expect(try ids([bob], "", email: "ada@x.org").isEmpty)
    #expect(try ids([], ada) == [ada])
    #expect(try ids([], eve).isEmpty)
    let error = #expect(throws: AdminError.self) { try ids(Array(repeating: ada, count: 101)) }
    #expect(violations(of: error) == ["ids": "TOO_MANY"])
  }

  @Test("Memberships of versions without copies of names are found after the names are copied")
  func filledIn() async throws {
    let acme = try await fixture.organization().id
    let ada = try await fixture.member("ada@x.org", name: "Ada Byron", in: acme).id
    try await fixture.write { tx in
      _ = try AdminSchema.memberships.update(AdminSchema.membershipKey(acme, ada), in: &tx) {
        ($0.userName, $0.userEmail) = ("", "")
      }
    }
    #expect(try found("byron", in: acme).isEmpty)
    try await fixture.write { tx in try Members.copyAllTexts(in: &tx) }
    #expect(try found("byron", in: acme) == [ada])
    let revision = try fixture.store.lastRevision()
    try await fixture.write { tx in try Members.copyAllTexts(in: &tx) }
    #expect(try fixture.store.lastRevision() == revision)
  }
}
