import AdminProtos
import AdminServices
import GoogleProtos
import HTTPTypes
import IPC
import IPCProtos
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: API keys")
struct AdminAPIKeyTests {
  let fixture: AdminFixture
  let room: String

  init() async throws {
    fixture = try await AdminFixture()
    room = try await fixture.workspace()
  }

  private static let names: Set = [
    "id", "type", "name", "status", "created_at", "created_by", "expires_at", "partial_key_hint",
    "principal", "scope",
  ]

  @Test("The Admin API shows just the documented fields of an API key, and never its secret")
  func shape() async throws {
    let issued = try await KeysClient(fixture.operatorChannel).issue(
      IssueKeyRequest(workspaceId: room, name: "Key"))
    let id = try #require(issued.key?.id)
    let response = await fixture.get("/api_keys/\(id)")
    #expect(response.names == Self.names)
    #expect(response.text("type") == "api_key")
    #expect(response.text("status") == "active")
    #expect(response["expires_at"] == .null)
    #expect(response["principal"] == .null)
    #expect(
      response["scope"]
        == .object([("type", .string("workspace")), ("workspace_id", .string(room))]))
    // The operator created the key, and no client can look up the operator.
    #expect(response["created_by"] == .null)
    #expect(response.text("partial_key_hint")?.hasPrefix("sk-stw-") == true)
    #expect(!response.description.contains(issued.secret))
    #expect(await fixture.get("/api_keys")["data"] == .array([response.json]))
  }

  @Test("The older API version also shows workspace_id, which is null for the Default Workspace")
  func versions() async throws {
    let own = try await fixture.apiKey(in: room)
    let usual = try await fixture.apiKey()
    let old = "2023-06-01"
    let inRoom = await fixture.get("/api_keys/\(own)", version: old)
    #expect(inRoom.names == Self.names.union(["workspace_id"]))
    #expect(inRoom["workspace_id"] == .string(room))
    let inDefault = await fixture.get("/api_keys/\(usual)", version: old)
    #expect(inDefault["workspace_id"] == .null)
    #expect(
      inDefault["scope"]?["workspace_id"] == .string(fixture.organization.defaultWorkspaceId))
    let list = await fixture.get("/api_keys", version: old)
    #expect(
      list["data"]?.elements.map { $0["workspace_id"] ?? .bool(false) } == [.null, .string(room)])
    #expect(await fixture.get("/api_keys/\(usual)").names == Self.names)
    let renamed = await fixture.send(.post, "/api_keys/\(own)", "{}", version: old)
    #expect(renamed["workspace_id"] == .string(room))
  }

  @Test("The creator of an API key is the user who made it, and its principal is its owner")
  func people() async throws {
    let jane = try await fixture.member("jane", "admin")
    let channel = KeyholderChannel(fixture.plugins)
    channel.admit("jane", as: .user(jane, admin: fixture.organization.id))
    let key = try await KeysClient(channel).issue(
      IssueKeyRequest(workspaceId: room, name: "Key", userId: jane),
      options: .init(metadata: ["authorization": "Bearer jane"])
    ).key
    let response = await fixture.get("/api_keys/\(key?.id ?? "")")
    #expect(
      response["created_by"] == .object([("id", .string(jane)), ("type", .string("user"))]))
    #expect(
      response["principal"]
        == .object([("type", .string("user_actor")), ("user_id", .string(jane))]))
    #expect(await fixture.get("/api_keys?created_by_user_id=\(jane)").listed() == [key?.id])
  }

  @Test("A member without the right to see API keys gets only their own, and can change none")
  func own() async throws {
    let jane = try await fixture.member("jane")
    let mine = try await fixture.apiKey(in: room, of: jane)
    let another = try await fixture.apiKey(in: room)
    let role = IPCRoleGrant(role: "user", organizationId: fixture.organization.id)
    fixture.host.admit("jane", as: IPCPrincipal(kind: .user, id: jane, roles: [role]))
    #expect(await fixture.send(.get, "/api_keys", key: "jane").listed() == [mine])
    #expect(await fixture.send(.get, "/api_keys/\(mine)", key: "jane").status == 200)
    #expect(await fixture.send(.get, "/api_keys/\(another)", key: "jane").status == 404)
    let body = #"{"status": "inactive"}"#
    #expect(await fixture.send(.post, "/api_keys/\(mine)", body, key: "jane").status == 403)
    #expect(await fixture.send(.post, "/api_keys/\(another)", body, key: "jane").status == 404)
  }

  @Test("Lists of API keys filter by status and workspace, also by the Default Workspace's id")
  func filters() async throws {
    let own = try await fixture.apiKey(in: room)
    let usual = try await fixture.apiKey()
    _ = await fixture.post("/api_keys/\(own)", #"{"status": "inactive"}"#)
    #expect(await fixture.get("/api_keys").listed() == [usual, own])
    #expect(await fixture.get("/api_keys?status=inactive").listed() == [own])
    #expect(await fixture.get("/api_keys?status=active").listed() == [usual])
    #expect(await fixture.get("/api_keys?status=").listed() == [usual, own])
    #expect(await fixture.get("/api_keys?workspace_id=\(room)").listed() == [own])
    let place = fixture.organization.defaultWorkspaceId
    #expect(await fixture.get("/api_keys?workspace_id=\(place)").listed() == [usual])
    for query in ["status=gone", "workspace_id=x", "created_by_user_id=x"] {
      #expect(await fixture.get("/api_keys?\(query)").status == 400, "\(query)")
    }
    let refusal = await fixture.get("/api_keys?status=gone").message
    #expect(refusal.hasPrefix("status: must be one of"))
  }

  @Test("An update of an API key leaves a field unchanged if it is absent or null")
  func update() async throws {
    let path = "/api_keys/\(try await fixture.apiKey("A"))"
    let before = await fixture.get(path)
    for body in ["{}", "", #"{"name": null, "status": null}"#] {
      let response = await fixture.post(path, body)
      #expect(response.status == 200, "\(response)")
      #expect(response.json == before.json)
    }
    let renamed = await fixture.post(path, #"{"name": "B"}"#)
    #expect([renamed.text("name"), renamed.text("status")] == ["B", "active"])
    let off = await fixture.post(path, #"{"status": "inactive"}"#)
    #expect([off.text("name"), off.text("status")] == ["B", "inactive"])
    #expect(await fixture.post(path, #"{"status": "active"}"#).text("status") == "active")
  }

  @Test("An archived API key can't be activated, deactivated or renamed")
  func archived() async throws {
    let path = "/api_keys/\(try await fixture.apiKey("A"))"
    #expect(await fixture.post(path, #"{"status": "archived"}"#).text("status") == "archived")
    #expect(await fixture.post(path, #"{"status": "archived"}"#).status == 200)
    for body in [#"{"status": "active"}"#, #"{"status": "inactive"}"#, #"{"name": "B"}"#] {
      let response = await fixture.post(path, body)
      #expect(response.status == 400, "\(response)")
      #expect(response.errorType == "invalid_request_error")
    }
  }

  @Test("An API key expires without any job, and can't be set to expired or activated again")
  func expired() async throws {
    let clock = TestClock(GoogleTimestamp(seconds: 1_700_000_000))
    let fixture = try await AdminFixture(clock: clock.now)
    let key = try await KeysClient(fixture.operatorChannel).issue(
      IssueKeyRequest(
        organizationId: fixture.organization.id, name: "Key",
        expiresAt: GoogleTimestamp(seconds: 1_700_000_060))
    ).key
    let path = "/api_keys/\(key?.id ?? "")"
    #expect(await fixture.get(path).text("expires_at") == "2023-11-14T22:14:20Z")
    clock.advance(seconds: 60)
    #expect(await fixture.get(path).text("status") == "expired")
    #expect(await fixture.get("/api_keys?status=expired").listed() == [key?.id])
    #expect(await fixture.get("/api_keys?status=active").listed() == [])
    #expect(await fixture.post(path, #"{"status": "active"}"#).status == 400)
  }

  @Test(
    "An invalid update of an API key gets the status 400 and the vendor's message",
    arguments: [
      (#"{"name": 7}"#, "name: Input should be a valid string"),
      (#"{"name": ""}"#, "name: must be 1 to 500 characters, and not only spaces"),
      (
        #"{"status": "expired"}"#,
        "status: Input should be 'active', 'inactive' or 'archived'"
      ),
      (#"{"status": true}"#, "status: Input should be a valid string"),
      (#"{"expires_at": null}"#, "expires_at: Extra inputs are not permitted"),
    ])
  func badBody(body: String, message: String) async throws {
    let key = try await fixture.apiKey()
    let response = await fixture.post("/api_keys/\(key)", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.message == message)
  }

  @Test("A request for an unknown API key gets the status 404")
  func unknown() async {
    let path = "/api_keys/apikey_1FEwknxGiCAysEkBouSoPAZJ"
    #expect(await fixture.get(path).status == 404)
    #expect(await fixture.post(path, "{}").status == 404)
  }
}
