import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: pages of lists")
struct PagingTests {
  let fixture: AdminFixture

  init() async throws { fixture = try await AdminFixture() }

  static let lists = ["/users", "/invites", "/workspaces", "/api_keys"]

  @Test("A page without objects has null as its first and its last id", arguments: lists)
  func empty(path: String) async {
    let page = await fixture.get(path)
    #expect(page.status == 200)
    #expect(page.names == ["data", "first_id", "has_more", "last_id"])
    #expect(page["data"] == .array([]))
    #expect(page["first_id"] == .null)
    #expect(page["last_id"] == .null)
    #expect(page["has_more"] == .bool(false))
  }

  @Test("A page has 20 objects unless the client requests another number")
  func defaultLimit() async throws {
    for number in 1...21 { _ = try await fixture.workspace("\(number)") }
    let page = await fixture.get("/workspaces")
    #expect(page.listed().count == 20)
    #expect(page["has_more"] == .bool(true))
    #expect(page.listed("name").first == "21")
    #expect(page.text("first_id") == page.listed().first)
    #expect(page.text("last_id") == page.listed().last)
    #expect(await fixture.get("/workspaces?limit=1000").listed().count == 21)
  }

  @Test(
    "A limit that is not a whole number from 1 to 1000 gets the status 400",
    arguments: ["0", "1001", "-1", "x", "1.5", "", "99999999999999999999", "0x10", "%00"])
  func badLimit(limit: String) async {
    for path in Self.lists {
      let response = await fixture.get("\(path)?limit=\(limit)")
      #expect(response.status == 400, "\(response)")
      #expect(response.errorType == "invalid_request_error")
    }
  }

  @Test("Two cursors at once, or one cursor twice, get the status 400", arguments: lists)
  func twoCursors(path: String) async {
    #expect(await fixture.get("\(path)?after_id=a&before_id=b").status == 400)
    #expect(await fixture.get("\(path)?after_id=a&after_id=b").status == 400)
  }

  @Test("A malformed cursor gets the status 400", arguments: lists)
  func malformedCursor(path: String) async {
    let response = await fixture.get("\(path)?after_id=nonsense")
    #expect(response.status == 400)
    #expect(response.message.hasPrefix("after_id"))
  }

  @Test("Pages follow each other in both directions, and before_id gives the nearest objects")
  func directions() async throws {
    var rooms: [String] = []
    for number in 1...5 { rooms.insert(try await fixture.workspace("\(number)"), at: 0) }
    let first = await fixture.get("/workspaces?limit=2")
    #expect(first.listed() == Array(rooms[0...1]))
    let second = await fixture.get("/workspaces?limit=2&after_id=\(rooms[1])")
    #expect(second.listed() == Array(rooms[2...3]))
    #expect(second["has_more"] == .bool(true))
    let third = await fixture.get("/workspaces?limit=2&after_id=\(rooms[3])")
    #expect(third.listed() == [rooms[4]])
    #expect(third["has_more"] == .bool(false))

    let back = await fixture.get("/workspaces?limit=2&before_id=\(rooms[4])")
    #expect(back.listed() == Array(rooms[2...3]))
    #expect(back["has_more"] == .bool(true))
    let start = await fixture.get("/workspaces?limit=2&before_id=\(rooms[2])")
    #expect(start.listed() == Array(rooms[0...1]))
    #expect(start["has_more"] == .bool(false))
  }

  @Test("A list continues after a cursor that is no longer in the list")
  func lostCursor() async throws {
    var rooms: [String] = []
    for number in 1...3 { rooms.insert(try await fixture.workspace("\(number)"), at: 0) }
    #expect(await fixture.post("/workspaces/\(rooms[1])/archive").status == 200)
    #expect(await fixture.get("/workspaces?after_id=\(rooms[1])").listed() == [rooms[2]])

    var invites: [String] = []
    for name in ["a", "b", "c"] {
      let body = #"{"email": "\#(name)@example.com", "role": "user"}"#
      invites.insert(await fixture.post("/invites", body).text("id") ?? "", at: 0)
    }
    #expect(await fixture.delete("/invites/\(invites[1])").status == 200)
    #expect(await fixture.get("/invites?after_id=\(invites[1])").listed() == [invites[2]])
  }

  @Test(
    "The cursors in the list of a workspace's members are user ids, and they outlive the membership"
  )
  func memberCursors() async throws {
    let room = try await fixture.workspace()
    var users: [String] = []
    for name in ["a", "b", "c"] {
      let user = try await fixture.member(name)
      let body = #"{"user_id": "\#(user)", "workspace_role": "workspace_user"}"#
      #expect(await fixture.post("/workspaces/\(room)/members", body).status == 200)
      users.insert(user, at: 0)
    }
    let path = "/workspaces/\(room)/members"
    let first = await fixture.get("\(path)?limit=1")
    #expect(first.text("first_id") == users[0])
    #expect(first.text("last_id") == users[0])
    let rest = await fixture.get("\(path)?after_id=\(users[0])")
    #expect(rest.listed("user_id") == Array(users[1...]))
    #expect(await fixture.delete("\(path)/\(users[0])").status == 200)
    #expect(
      await fixture.get("\(path)?after_id=\(users[0])").listed("user_id") == Array(users[1...]))
    #expect(await fixture.delete("\(path)/\(users[1])").status == 200)
    #expect(await fixture.get("\(path)?before_id=\(users[1])").listed("user_id") == [])
    #expect(await fixture.get("\(path)?after_id=\(users[1])").listed("user_id") == [users[2]])
  }
}
