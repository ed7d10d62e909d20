import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("The memberships of a mail address")
struct MembershipListTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func list(
    of email: String, limit: Int32? = nil, after: String = "", before: String = "",
    by access: Access = .unlimited
  ) throws -> ListMembershipsResponse {
    try fixture.store.read { tx in
      try Members.listMemberships(
        ListMembershipsRequest(email: email, limit: limit, afterId: after, beforeId: before),
        by: access, in: tx)
    }
  }

  @Test("A list of memberships has those of every user with the address, with any tag")
  func all() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let here = try await fixture.member("jane@x.org", .admin, in: acme).id
    let there = try await fixture.member("Jane+b@x.org", in: beta).id
    try await fixture.member("john@x.org", in: beta)
    let found = try list(of: "JANE@x.org").data
    #expect(found.map(\.organizationName) == ["Beta", "Acme"])
    #expect(found.map(\.user?.id) == [there, here])
    #expect(found.map(\.user?.role) == ["user", "admin"])
    #expect(try list(of: "unknown@x.org").data.isEmpty)
  }

  @Test("A list of memberships has only the organizations whose users the caller may read")
  func readable() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    try await fixture.member("jane@x.org", in: acme)
    try await fixture.member("jane@x.org", in: beta)
    func seen(by access: Access) throws -> [String] {
      try list(of: "jane@x.org", by: access).data.map(\.organizationId)
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
      let user = try await fixture.member("jane@x.org", in: organization).id
      try await fixture.member("john@x.org", in: organization)
      ids.insert("\(organization)/\(user)", at: 0)
    }
    let first = try list(of: "jane@x.org", limit: 2)
    #expect(first.data.map(\.id) == Array(ids[..<2]) && first.hasMore)
    let gone = ids[1].split(separator: "/").map(String.init)
    try await fixture.remove(gone[1], of: gone[0])
    #expect(try list(of: "jane@x.org", after: ids[1]).data.map(\.id) == Array(ids[2...]))
    #expect(try list(of: "jane@x.org", before: ids[1]).data.map(\.id) == [ids[0]])
    let error = #expect(throws: AdminError.self) { try list(of: "x", limit: 0) }
    #expect(violations(of: error) == ["email": "MALFORMED_ADDRESS", "limit": "OUT_OF_RANGE"])
  }
}
