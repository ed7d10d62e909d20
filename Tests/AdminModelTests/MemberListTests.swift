import AdminModel
import StewardProtos
import Testing

@Suite("Listing members")
struct MemberListTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("Pages forward and backward together show each member once, those added last first")
  func paging() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let veteran = try await fixture.person("u9@x.org", in: beta).user.id
    var newestFirst: [String] = []
    for number in 0..<7 {
      newestFirst.insert(try await fixture.member("u\(number)@x.org", in: acme).user.id, at: 0)
    }
    try await fixture.person("u9@x.org", in: acme)
    newestFirst.insert(veteran, at: 0)

    let first = try fixture.members(of: acme, limit: 3)
    let second = try fixture.members(of: acme, limit: 3, after: first.items[2].user.id)
    let third = try fixture.members(of: acme, limit: 3, after: second.items[2].user.id)
    #expect((first.items + second.items + third.items).map(\.user.id) == newestFirst)
    #expect([first.hasMore, second.hasMore, third.hasMore] == [true, true, false])
    let back = try fixture.members(of: acme, limit: 3, before: third.items[0].user.id)
    #expect(back.items == second.items)
  }

  @Test("A list by address takes the address and the same with a tag for each other")
  func address() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let plain = try await fixture.member("jane@x.org", in: acme).user.id
    let tagged = try await fixture.member("Jane+Ops@x.org", .admin, in: acme).user.id
    try await fixture.member("jane+beta@x.org", in: beta)
    try await fixture.member("john@x.org", in: acme)
    func ids(_ email: String, _ roles: [Role] = []) throws -> Set<String> {
      Set(try fixture.members(of: acme, email: email, roles: roles).items.map(\.user.id))
    }
    #expect(try ids("JANE+hiring@x.org") == [plain, tagged])
    #expect(try ids("jane@x.org", [.admin]) == [tagged])
    #expect(try ids("nobody@x.org") == [])
  }

  @Test("A list by roles holds those of any of them")
  func roles() async throws {
    let acme = try await fixture.organization().id
    let admin = try await fixture.member("a@x.org", .admin, in: acme).user.id
    let user = try await fixture.member("b@x.org", .user, in: acme).user.id
    let billing = try await fixture.member("c@x.org", .billing, in: acme).user.id
    func ids(_ roles: [Role]) throws -> [String] {
      try fixture.members(of: acme, roles: roles).items.map(\.user.id)
    }
    #expect(try ids([.admin, .billing]) == [billing, admin])
    #expect(try ids([.user]) == [user])
    #expect(try ids([.developer]) == [])
  }

  @Test("A filter that breaks a rule is refused")
  func badFilters() async throws {
    let acme = try await fixture.organization().id
    let error = #expect(throws: AdminError.self) {
      try fixture.members(of: acme, limit: 0, after: "wrkspc_1", email: "x", roles: [.superAdmin])
    }
    #expect(
      violations(of: error) == [
        "limit": "OUT_OF_RANGE", "after_id": "MALFORMED_ID", "email": "MALFORMED_ADDRESS",
        "roles": "UNKNOWN_ROLE",
      ])
  }
}
