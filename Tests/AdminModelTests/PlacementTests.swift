import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("The memberships of a mail address")
struct PlacementTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func placements(
    of email: String, limit: Int32? = nil, after: String = "", before: String = "",
    by access: Access = .unlimited
  ) throws -> Listing<Placement> {
    try fixture.store.read { tx in
      try Members.placements(
        of: email, limit: limit, after: after, before: before, by: access, in: tx)
    }
  }

  @Test("A list of memberships has those of every user with the address, with any tag")
  func all() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let here = try await fixture.member("jane@x.org", .admin, in: acme).user.id
    let there = try await fixture.member("Jane+b@x.org", in: beta).user.id
    try await fixture.member("john@x.org", in: beta)
    let found = try placements(of: "JANE@x.org").items
    #expect(found.map(\.organization.name) == ["Beta", "Acme"])
    #expect(found.map(\.member.user.id) == [there, here])
    #expect(found.map(\.member.membership.role) == ["user", "admin"])
    #expect(try placements(of: "unknown@x.org").items.isEmpty)
  }

  @Test("A list of memberships has only the organizations whose users the caller may read")
  func readable() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    try await fixture.member("jane@x.org", in: acme)
    try await fixture.member("jane@x.org", in: beta)
    func seen(by access: Access) throws -> [String] {
      try placements(of: "jane@x.org", by: access).items.map(\.organization.id)
    }
    #expect(try seen(by: .holding(.admin, in: acme)) == [acme])
    #expect(try seen(by: .holding(.user, in: acme)) == [])
    #expect(try seen(by: .holding(.superAdmin)) == [beta, acme])
  }

  @Test("Memberships are listed in pages, also after a membership that has ended")
  func pages() async throws {
    var ids: [String] = []
    for number in 0..<5 {
      let organization = try await fixture.organization("O\(number)").id
      let user = try await fixture.member("jane@x.org", in: organization).user.id
      try await fixture.member("john@x.org", in: organization)
      ids.insert("\(organization)/\(user)", at: 0)
    }
    let first = try placements(of: "jane@x.org", limit: 2)
    #expect(first.items.map(\.id) == Array(ids[..<2]) && first.hasMore)
    let gone = ids[1].split(separator: "/").map(String.init)
    try await fixture.remove(gone[1], of: gone[0])
    #expect(try placements(of: "jane@x.org", after: ids[1]).items.map(\.id) == Array(ids[2...]))
    #expect(try placements(of: "jane@x.org", before: ids[1]).items.map(\.id) == [ids[0]])
    let error = #expect(throws: AdminError.self) { try placements(of: "x", limit: 0) }
    #expect(violations(of: error) == ["email": "MALFORMED_ADDRESS", "limit": "OUT_OF_RANGE"])
  }
}
