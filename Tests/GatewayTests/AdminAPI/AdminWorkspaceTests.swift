import AdminProtos
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: workspaces")
struct AdminWorkspaceTests {
  let fixture: AdminFixture

  init() async throws { fixture = try await AdminFixture() }

  private var defaultWorkspace: String { fixture.organization.defaultWorkspaceId }

  @Test("The Admin API shows just the documented fields of a workspace, with their defaults")
  func shape() async throws {
    let response = await fixture.post("/workspaces", #"{"name": "Room"}"#)
    #expect(response.status == 200, "\(response)")
    #expect(
      response.names == [
        "id", "type", "name", "created_at", "archived_at", "display_color", "compartment_id",
        "data_residency", "external_key_id", "tags", "user_profile_id",
      ])
    #expect(response.text("type") == "workspace")
    #expect(response.text("display_color") == "#6C5BB9")
    for name in ["archived_at", "external_key_id", "user_profile_id"] {
      #expect(response[name] == .null)
    }
    #expect(response["tags"] == .object([]))
    let residency = try #require(response["data_residency"])
    #expect(
      residency.names == ["workspace_geo", "allowed_inference_geos", "default_inference_geo"])
    #expect(residency["workspace_geo"] == .string("us"))
    #expect(residency["allowed_inference_geos"] == .string("unrestricted"))
    #expect(residency["default_inference_geo"] == .string("global"))
    let id = try #require(response.text("id"))
    #expect(await fixture.get("/workspaces/\(id)").json == response.json)
  }

  @Test("A new workspace keeps every value of the request, and null means the default")
  func creation() async {
    let full = await fixture.post(
      "/workspaces",
      """
      {"name": "A", "display_color": "#aaBB99", "tags": {"env": "prod"}, "data_residency":
       {"workspace_geo": "us", "allowed_inference_geos": ["us"], "default_inference_geo": "us"},
       "external_key_id": null, "user_profile_id": null}
      """)
    #expect(full.status == 200, "\(full)")
    #expect(full.text("display_color") == "#AABB99")
    #expect(full["tags"]?["env"] == .string("prod"))
    #expect(full["data_residency"]?["allowed_inference_geos"] == .array([.string("us")]))
    let nulls = await fixture.post(
      "/workspaces",
      """
      {"name": "A", "display_color": null, "tags": null, "data_residency": {"workspace_geo": null,
       "allowed_inference_geos": null, "default_inference_geo": null}}
      """)
    #expect(nulls.status == 200, "\(nulls)")
    #expect(nulls.text("display_color") == "#6C5BB9")
    #expect(nulls["data_residency"]?["allowed_inference_geos"] == .string("unrestricted"))
  }

  static let badCreations = [
    ("{}", "name: Field required"),
    (#"{"name": null}"#, "name: Input should be a valid string"),
    (#"{"name": "A", "description": "x"}"#, "description: Extra inputs are not permitted"),
    (#"{"name": ""}"#, "name: must be 1 to 40 characters, and not only spaces"),
    (
      #"{"name": "\#(String(repeating: "x", count: 41))"}"#,
      "name: must be 1 to 40 characters, not 41"
    ),
    (#"{"name": "A", "tags": []}"#, "tags: Input should be a valid dictionary"),
    (#"{"name": "A", "tags": {"a": null}}"#, "tags.a: Input should be a valid string"),
    (#"{"name": "A", "tags": {"a": 1}}"#, "tags.a: Input should be a valid string"),
    (
      #"{"name": "A", "tags": {"anthropic_x": "1"}}"#,
      "tags.anthropic_x: a key must not begin with \"anthropic\""
    ),
    (#"{"name": "A", "display_color": 7}"#, "display_color: Input should be a valid string"),
    (
      ##"{"name": "A", "display_color": "#12345"}"##,
      "display_color: must be # and six hexadecimal digits, such as #6C5BB9, not \"#12345\""
    ),
    (
      #"{"name": "A", "data_residency": "us"}"#,
      "data_residency: Input should be a valid dictionary"
    ),
    (
      #"{"name": "A", "data_residency": {"geo": "us"}}"#,
      "data_residency.geo: Extra inputs are not permitted"
    ),
    (
      #"{"name": "A", "data_residency": {"workspace_geo": "eu"}}"#,
      "data_residency.workspace_geo: Input should be 'us'"
    ),
    (
      #"{"name": "A", "data_residency": {"allowed_inference_geos": "us"}}"#,
      "data_residency.allowed_inference_geos: Input should be 'unrestricted'"
    ),
    (
      #"{"name": "A", "data_residency": {"allowed_inference_geos": []}}"#,
      "data_residency.allowed_inference_geos: List should have at least 1 item"
    ),
    (
      #"{"name": "A", "data_residency": {"allowed_inference_geos": ["unrestricted"]}}"#,
      "data_residency.allowed_inference_geos.0: Input should be 'global' or 'us'"
    ),
    (
      #"{"name": "A", "data_residency": {"allowed_inference_geos": ["us"]}}"#,
      "data_residency.default_inference_geo: \"global\" must be one of allowed_inference_geos"
    ),
    (
      #"{"name": "A", "external_key_id": "k"}"#,
      "external_key_id: This installation has no external keys; leave it out."
    ),
    (
      #"{"name": "A", "user_profile_id": "p"}"#,
      "user_profile_id: This installation has no user profiles; leave it out."
    ),
  ]

  @Test("An invalid new workspace gets status 400 in the vendor's words", arguments: badCreations)
  func badCreation(body: String, message: String) async {
    let response = await fixture.post("/workspaces", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.errorType == "invalid_request_error")
    #expect(response.message == message)
    #expect(await fixture.get("/workspaces").listed() == [])
  }

  @Test("Two workspaces may have the same name")
  func sameName() async {
    for _ in 1...2 {
      #expect(await fixture.post("/workspaces", #"{"name": "A"}"#).status == 200)
    }
  }

  @Test("An update of a workspace changes only given fields, merges tags, and removes null tags")
  func update() async throws {
    let made = await fixture.post(
      "/workspaces", #"{"name": "A", "tags": {"env": "dev", "team": "x"}}"#)
    let path = "/workspaces/\(try #require(made.text("id")))"
    let colored = await fixture.post(path, ##"{"display_color": "#112233"}"##)
    #expect(colored.text("name") == "A")
    #expect(colored.text("display_color") == "#112233")
    let tagged = await fixture.post(
      path, #"{"tags": {"env": "prod", "team": null, "absent": null, "new": "1"}}"#)
    #expect(tagged["tags"] == .object([("env", .string("prod")), ("new", .string("1"))]))
    #expect(
      await fixture.post(path, #"{"tags": null, "data_residency": null}"#).json == tagged.json)
    #expect(await fixture.post(path, "{}").json == tagged.json)
    let moved = await fixture.post(
      path,
      #"{"data_residency": {"allowed_inference_geos": ["us"], "default_inference_geo": "us"}}"#)
    #expect(moved["data_residency"]?["allowed_inference_geos"] == .array([.string("us")]))
    let freed = await fixture.post(
      path, #"{"data_residency": {"allowed_inference_geos": "unrestricted"}}"#)
    #expect(freed["data_residency"]?["allowed_inference_geos"] == .string("unrestricted"))
    #expect(freed["data_residency"]?["default_inference_geo"] == .string("us"))
  }

  @Test(
    "An invalid update of a workspace gets the status 400 and the vendor's message",
    arguments: [
      (#"{"name": null}"#, "name: Input should be a valid string"),
      (#"{"display_color": null}"#, "display_color: Input should be a valid string"),
      (#"{"description": "x"}"#, "description: Extra inputs are not permitted"),
      (
        #"{"data_residency": {"workspace_geo": "us"}}"#,
        "data_residency.workspace_geo: Extra inputs are not permitted"
      ),
      (
        #"{"tags": {"anthropic": "1"}}"#,
        "tags.anthropic: a key must not begin with \"anthropic\""
      ),
      (
        #"{"external_key_id": "k"}"#,
        "external_key_id: This installation has no external keys; leave it out."
      ),
    ])
  func badUpdate(body: String, message: String) async throws {
    let room = try await fixture.workspace()
    let response = await fixture.post("/workspaces/\(room)", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.message == message)
  }

  @Test("Archiving a workspace is final, archives its API keys, and can be repeated")
  func archive() async throws {
    let room = try await fixture.workspace()
    let key = try await fixture.apiKey(in: room)
    let first = await fixture.post("/workspaces/\(room)/archive")
    #expect(first.text("archived_at") != nil)
    #expect(await fixture.post("/workspaces/\(room)/archive", "{}").json == first.json)
    #expect(await fixture.post("/workspaces/\(room)/archive", #"{"x": 1}"#).status == 400)
    #expect(await fixture.get("/workspaces/\(room)").json == first.json)
    #expect(await fixture.get("/api_keys/\(key)").text("status") == "archived")
    #expect(await fixture.get("/api_keys?status=archived").listed() == [key])
    #expect(await fixture.post("/workspaces/\(room)", #"{"name": "B"}"#).status == 400)
  }

  @Test(
    "A query can add archived workspaces and the Default Workspace to a list",
    arguments: ["true", "True"])
  func lists(yes: String) async throws {
    let old = try await fixture.workspace("old")
    let new = try await fixture.workspace("new")
    _ = await fixture.post("/workspaces/\(old)/archive")
    #expect(await fixture.get("/workspaces").listed() == [new])
    #expect(await fixture.get("/workspaces?include_archived=\(yes)").listed() == [new, old])
    #expect(
      await fixture.get("/workspaces?include_default=\(yes)").listed() == [new, defaultWorkspace])
    #expect(
      await fixture.get("/workspaces?include_default=\(yes)&include_archived=\(yes)").listed()
        == [new, old, defaultWorkspace])
    #expect(
      await fixture.get("/workspaces?include_archived=False&include_default=false").listed()
        == [new])
    #expect(await fixture.get("/workspaces?include_archived=1").status == 400)
  }

  @Test("The parameter ids[] selects workspaces that would be listed, at most 100")
  func ids() async throws {
    let old = try await fixture.workspace("old")
    let new = try await fixture.workspace("new")
    _ = try await fixture.workspace("other")
    _ = await fixture.post("/workspaces/\(old)/archive")
    let query = "ids[]=\(old)&ids[]=\(new)&ids[]=nonsense&ids[]=\(new)&ids[]=\(defaultWorkspace)"
    #expect(await fixture.get("/workspaces?\(query)").listed() == [new])
    #expect(
      await fixture.get("/workspaces?\(query)&include_archived=true&include_default=true")
        .listed() == [new, old, defaultWorkspace])
    let limited = await fixture.get("/workspaces?\(query)&include_archived=true&limit=1")
    #expect(limited.listed() == [new])
    #expect(limited["has_more"] == .bool(true))
    let many = Array(repeating: "ids[]=\(new)", count: 101).joined(separator: "&")
    #expect(await fixture.get("/workspaces?\(many)").status == 400)
  }

  @Test("The Default Workspace can be read by its id, but not changed or archived")
  func defaultRules() async {
    let path = "/workspaces/\(defaultWorkspace)"
    #expect(await fixture.get(path).text("name") == "Default")
    #expect(await fixture.post(path, #"{"name": "x"}"#).status == 400)
    #expect(await fixture.post(path + "/archive").status == 400)
    #expect(await fixture.get(path + "/members").listed("user_id") == [])
    #expect(
      await fixture.post(
        path + "/members",
        #"{"user_id": "user_1FEwknxGiCAysEkBouSoPAZJ", "workspace_role": "workspace_user"}"#
      ).status == 400)
  }

  @Test("The limit of workspaces doesn't count the archived ones and the Default Workspace")
  func limit() async throws {
    let fixture = try await AdminFixture(workspaceLimit: 2)
    let first = try await fixture.workspace()
    _ = try await fixture.workspace()
    let refused = await fixture.post("/workspaces", #"{"name": "A"}"#)
    #expect(refused.status == 400)
    #expect(refused.errorType == "invalid_request_error")
    _ = await fixture.post("/workspaces/\(first)/archive")
    #expect(await fixture.post("/workspaces", #"{"name": "A"}"#).status == 200)
  }

  @Test("A request for an unknown workspace gets the status 404")
  func unknown() async {
    let path = "/workspaces/wrkspc_1FEwknxGiCAysEkBouSoPAZJ"
    #expect(await fixture.get(path).status == 404)
    #expect(await fixture.post(path, "{}").status == 404)
    #expect(await fixture.post(path + "/archive").status == 404)
    #expect(await fixture.get(path + "/members").status == 404)
  }
}
