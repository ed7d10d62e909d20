import AdminModel
import AdminProtos
import Testing

@Suite("Lists of members")
struct MemberListTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("Pages of members forward and backward show each member once, newest user first")
  func paging() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let veteran = try await fixture.person("u9@x.org", in: beta).id
    var newestFirst: [String] = []
    for number in 0..<7 {
      newestFirst.insert(try await fixture.member("u\(number)@x.org", in: acme).id, at: 0)
    }
    try await fixture.person("u9@x.org", in: acme)
    newestFirst.append(veteran)

    let first = try fixture.members(of: acme, limit: 3)
    let second = try fixture.members(of: acme, limit: 3, after: first.data[2].id)
    let third = try fixture.members(of: acme, limit: 3, after: second.data[2].id)
    #expect((first.data + second.data + third.data).map(\.id) == newestFirst)
    #expect([first.hasMore, second.hasMore, third.hasMore] == [true, true, false])
    let back = try fixture.members(of: acme, limit: 3, before: third.data[0].id)
    #expect(back.data == second.data)
  }

  @Test("A page of members continues from a cursor whose member has left, in both directions")
  func departed() async throws {
    let acme = try await fixture.organization("Acme").id
    var newestFirst: [String] = []
    for number in 0..<6 {
      newestFirst.insert(try await fixture.member("u\(number)@x.org", in: acme).id, at: 0)
    }
    try await fixture.remove(newestFirst[2], of: acme)
    let after = try fixture.members(of: acme, limit: 2, after: newestFirst[2])
    #expect(after.data.map(\.id) == Array(newestFirst[3...4]) && after.hasMore)
    let before = try fixture.members(of: acme, limit: 2, before: newestFirst[2])
    #expect(before.data.map(\.id) == Array(newestFirst[0...1]) && !before.hasMore)
  }

  @Test("A query finds the beginnings of words in names and addresses in any case, page by page")
  func query() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let ada = try await fixture.member("ada@lovelace.org", name: "Ada Byron", in: acme).id
    let bob = try await fixture.member("bob@x.org", .admin, name: "Bob Lovelock", in: acme).id
    let li = try await fixture.member("li@x.org", name: "李明", in: acme).id
    try await fixture.member("eve@lovelace.org", in: beta)
    func found(_ text: String, _ roles: [Role] = [], email: String = "") throws -> [String] {
      try fixture.members(of: acme, email: email, roles: roles, query: text).data.map(\.id)
    }
    #expect(try found("LOVEL") == [bob, ada])
    #expect(try found("byr ad") == [ada])
    #expect(try found("ada@love") == [ada])
    #expect(try found("李") == [li])
    #expect(try found("明") == [li])
    #expect(try found("lovelace.com") == [])
    #expect(try found("elace") == [])
    #expect(try found("byron lovelock") == [])
    #expect(try found("love", [.admin]) == [bob])
    #expect(try found("byron", email: "ada@lovelace.org") == [ada])
    #expect(try found("lovelock", email: "ada@lovelace.org") == [])
    let first = try fixture.members(of: acme, limit: 1, query: "love")
    #expect(first.hasMore)
    let second = try fixture.members(
      of: acme, limit: 1, after: first.data[0].id, query: "love")
    #expect(second.data.map(\.id) == [ada] && !second.hasMore)
  }

  @Test("A query follows a changed name, and a text that is too short or too long is refused")
  func renamed() async throws {
    let acme = try await fixture.organization("Acme").id
    let id = try await fixture.member("x@x.org", name: "Ada Byron", in: acme).id
    try await fixture.write { tx in
      _ = try Members.update(
        UpdateUserRequest(organizationId: acme, id: id, name: "Ada King"), by: .unlimited, in: &tx)
    }
    #expect(try fixture.members(of: acme, query: "byron").data.isEmpty)
    #expect(try fixture.members(of: acme, query: "king").data.map(\.id) == [id])
    for text in ["a", "a b", " ", String(repeating: "x", count: 101)] {
      let error = #expect(throws: AdminError.self) { try fixture.members(of: acme, query: text) }
      #expect(violations(of: error) == ["query": "LENGTH"])
    }
  }

  @Test("A list by address finds the address with any tag")
  func address() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let plain = try await fixture.member("jane@x.org", in: acme).id
    let tagged = try await fixture.member("Jane+Ops@x.org", .admin, in: acme).id
    try await fixture.member("jane+beta@x.org", in: beta)
    try await fixture.member("john@x.org", in: acme)
    func ids(_ email: String, _ roles: [Role] = []) throws -> Set<String> {
      Set(try fixture.members(of: acme, email: email, roles: roles).data.map(\.id))
    }
    #expect(try ids("JANE+hiring@x.org") == [plain, tagged])
    #expect(try ids("jane@x.org", [.admin]) == [tagged])
    #expect(try ids("unknown@x.org") == [])
  }

  @Test("A list by roles has the members with any of them")
  func roles() async throws {
    let acme = try await fixture.organization().id
    let admin = try await fixture.member("a@x.org", .admin, in: acme).id
    let user = try await fixture.member("b@x.org", .user, in: acme).id
    let billing = try await fixture.member("c@x.org", .billing, in: acme).id
    func ids(_ roles: [Role]) throws -> [String] {
      try fixture.members(of: acme, roles: roles).data.map(\.id)
    }
    #expect(try ids([.admin, .billing]) == [billing, admin])
    #expect(try ids([.user]) == [user])
    #expect(try ids([.developer]) == [])
  }

  @Test("A list of members with an invalid filter is refused")
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
