import Foundation
import GoogleProtos
import Hummingbird
import IPC
import ProtobufRuntime
import Store
import StoreProtos
import Testing

@testable import GatewayPlugin

@Suite("The activity feed")
struct ActivityTests {
  private let clock = TestClock(GoogleTimestamp(seconds: 1_795_660_440))
  private let store: Store
  private let routes: RouteTable
  private let folder: Folder

  private final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-activities-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Creates an empty log, and the route of the feed over it.
  init() async throws {
    folder = Folder()
    store = try Store.open(
      directory: folder.path, options: StoreOptions(durable: false, clock: clock.now))
    routes = RouteTable(
      routes: ActivityRoutes(host: InProcessChannel(ServiceRouter([StoredAudit(store: store)])))
        .all)
  }

  private func record(
    _ action: String, _ resource: String, in organization: String = "a",
    by actor: String = "user/user_1", method: String = "x.Y/Z"
  ) async throws {
    try await store.write(Change(actor: actor, plugin: "test", method: method)) { tx in
      try tx.record(action: action, resource: resource, organization: organization)
    }
  }

  private func get(_ query: String = "", as credential: String = "all") async -> AdminResponse {
    let request = Request.forTests(
      "/v1/compliance/activities\(query)", ["authorization": "Bearer \(credential)"])
    return await AdminResponse(routes.pipeline().respond(to: request, from: .loopback))
  }

  @Test("An activity has its type, its actor and the ids of its thing")
  func activity() async throws {
    try await record("workspace_member.deleted", "wrkspc_1/user_2")
    try await record("api_key.issued", "apikey_1", by: "admin_key/adminkey_1")
    try await record("organization.updated", "a", by: "operator/uid:0")
    let data = await get()["data"]?.elements ?? []
    #expect(data.count == 3)
    #expect(
      data[0].names == ["id", "created_at", "organization_id", "type", "actor", "resource_id"])
    #expect(data[0]["type"]?.text == "steward_organization_updated")
    #expect(data[0]["actor"]?["type"]?.text == "steward_actor")
    #expect(data[0]["actor"]?["id"]?.text == "operator/uid:0")
    #expect(data[1]["id"]?.text == "activity_2")
    #expect(data[1]["type"]?.text == "platform_api_key_created")
    #expect(data[1]["api_key_id"]?.text == "apikey_1")
    #expect(data[1]["actor"]?["admin_api_key_id"]?.text == "adminkey_1")
    #expect(data[2]["type"]?.text == "platform_workspace_member_removed")
    #expect(data[2]["workspace_id"]?.text == "wrkspc_1")
    #expect(data[2]["user_id"]?.text == "user_2")
    #expect(data[2]["actor"]?["user_id"]?.text == "user_1")
    #expect(data[2]["organization_id"]?.text == "a")
  }

  @Test(
    "Each action has the vendor's type, or one of Steward's own",
    arguments: [
      ("api_key.registered", "", "platform_api_key_created"),
      ("api_key.rotated", "", "platform_api_key_updated"),
      ("workspace.archived", "", "platform_workspace_archived"),
      ("workspace_member.created", "", "platform_workspace_member_added"),
      ("invite.created", "", "org_user_invite_sent"),
      ("admin_key.revoked", "", "admin_api_key_deleted"),
      ("session.ended", "steward.auth.v1.Auth/Logout", "user_logged_out"),
      ("session.ended", "steward.auth.v1.Sessions/Revoke", "session_revoked"),
      ("api_key.revealed", "", "steward_api_key_revealed"),
      ("call.denied", "", "steward_call_denied"),
    ])
  func types(action: String, method: String, type: String) async throws {
    try await record(action, "x", method: method)
    try await record("other_thing.made", "x")
    #expect(await get().listed("type") == ["steward_other_thing_made", type])
    #expect(await get("?activity_types[]=\(type)").listed("type") == [type])
    #expect(await get("?activity_types[]=unknown_type").listed() == [])
    let own = await get("?activity_types[]=steward_other_thing_made&activity_types[]=unknown")
    #expect(own.listed() == ["activity_2"])
  }

  @Test("A client reads the activities of its organization, and nothing of another")
  func organizations() async throws {
    for organization in ["a", "b", ""] {
      try await record("workspace.created", "w", in: organization)
    }
    #expect(await get("", as: "a").listed() == ["activity_1"])
    #expect(await get("?organization_ids[]=a", as: "a").listed() == ["activity_1"])
    for query in ["?organization_ids[]=b", "?organization_ids[]=a&organization_ids[]=b"] {
      let refused = await get(query, as: "a")
      #expect(refused.status == 404)
      #expect(refused["data"] == nil)
    }
    let all = await get("?organization_ids[]=a&organization_ids[]=b&organization_ids[]=b")
    #expect(all.listed() == ["activity_2", "activity_1"])
    let request = Request.forTests("/v1/compliance/activities")
    let anonymous = await AdminResponse(routes.pipeline().respond(to: request, from: .loopback))
    #expect(anonymous.status == 401)
  }

  @Test("Pages follow each other in both directions, also across several actors")
  func paging() async throws {
    for number in 1...40 {
      try await record("workspace.created", "w", by: "user/user_\(number % 3)")
    }
    let query = "actor_ids[]=user_1&actor_ids[]=user_2"
    let wanted = (1...40).reversed().filter { $0 % 3 != 0 }.map { "activity_\($0)" }
    var found: [String] = []
    var cursor = ""
    repeat {
      let page = await get("?\(query)&limit=5\(cursor)")
      #expect(page.text("first_id") == page.listed().first)
      #expect(page["has_more"] == .bool(found.count + page.listed().count < wanted.count))
      found += page.listed()
      cursor = "&after_id=\(page.text("last_id") ?? "")"
    } while found.count < wanted.count
    #expect(found == wanted)
    let before = await get("?\(query)&limit=5&before_id=\(wanted[12])")
    #expect(before.listed() == Array(wanted[7..<12]))
    #expect(before["has_more"] == .bool(true))
    let first = await get("?\(query)&limit=5&before_id=\(wanted[3])")
    #expect(first.listed() == Array(wanted[..<3]))
    #expect(first["has_more"] == .bool(false))
  }

  @Test("A page may be longer than those of the host")
  func long() async throws {
    try await store.write(Change(actor: "user/user_1", plugin: "test", method: "x.Y/Z")) { tx in
      for _ in 0..<2500 { try tx.record(action: "workspace.created", resource: "w") }
    }
    #expect(await get().listed().count == 100)
    let page = await get("?limit=2400")
    #expect(page.listed() == (101...2500).reversed().map { "activity_\($0)" })
    #expect(page["has_more"] == .bool(true))
    let rest = await get("?limit=5000&after_id=\(page.text("last_id") ?? "")")
    #expect(rest.listed().count == 100)
    #expect(rest["has_more"] == .bool(false))
  }

  @Test("The bounds of times are exact")
  func times() async throws {
    try await record("workspace.created", "w")
    clock.advance(seconds: 1)
    try await record("workspace.created", "w")
    let data = await get()["data"]?.elements ?? []
    let time = try #require(data.last?["created_at"]?.text)
    #expect(await get("?created_at.gte=\(time)").listed() == ["activity_2", "activity_1"])
    #expect(await get("?created_at.gt=\(time)").listed() == ["activity_2"])
    #expect(await get("?created_at.lte=\(time)").listed() == ["activity_1"])
    #expect(await get("?created_at.lt=\(time)").listed() == [])
    #expect(await get("?created_at.gte=\(time)&created_at.lte=\(time)").listed() == ["activity_1"])
  }

  @Test(
    "A malformed query gets the status 400",
    arguments: [
      "limit=0", "limit=5001", "limit=x", "after_id=1", "after_id=activity_0",
      "after_id=activity_01", "before_id=activity_x", "after_id=activity_1&before_id=activity_2",
      "created_at.gte=yesterday", "created_at.lt=%22", "activity_types[]=", "actor_ids[]=%00",
      "limit=1&limit=2",
    ])
  func malformed(query: String) async {
    #expect(await get("?\(query)").status == 400)
  }

  @Test("Too many values, and too many combinations of them, get the status 400")
  func tooMany() async {
    let types = (0...100).map { "activity_types[]=t\($0)" }.joined(separator: "&")
    let pairs = (0..<11).map { "actor_ids[]=\($0)&organization_ids[]=\($0)" }
      .joined(separator: "&")
    for query in [types, pairs] { #expect(await get("?\(query)").status == 400) }
  }
}
