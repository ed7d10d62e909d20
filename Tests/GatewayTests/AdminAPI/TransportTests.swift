import AdminProtos
import AdminServices
import HTTPTypes
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: credentials, headers, versions and errors")
struct TransportTests {
  let fixture: AdminFixture

  init() async throws { fixture = try await AdminFixture() }

  @Test(
    "A key is accepted from either header, and from both if they agree",
    arguments: [
      ["authorization": "Bearer \(AdminFixture.key)"],
      ["authorization": "bearer  \(AdminFixture.key)"], ["x-api-key": AdminFixture.key],
      ["authorization": "Bearer \(AdminFixture.key)", "x-api-key": AdminFixture.key],
    ])
  func credentials(headers: [String: String]) async {
    let version = ["anthropic-version": "2023-06-01"]
    let response = await fixture.send(
      .get, "/v1/organizations/me", headers.merging(version) { $1 })
    #expect(response.status == 200, "\(response)")
    #expect(response.text("id") == fixture.organization.id)
  }

  @Test(
    "No key, an unknown key, or two keys that differ get the status 401",
    arguments: [
      [:], ["authorization": "Bearer unknown"], ["x-api-key": "unknown"],
      ["authorization": AdminFixture.key], ["authorization": "Basic eDp5"], ["x-api-key": ""],
      ["authorization": "Bearer other", "x-api-key": AdminFixture.key],
    ])
  func noCredential(headers: [String: String]) async {
    let version = ["anthropic-version": "2023-06-01"]
    let response = await fixture.send(
      .get, "/v1/organizations/me", headers.merging(version) { $1 })
    #expect(response.status == 401, "\(response)")
    #expect(response.errorType == "authentication_error")
  }

  @Test("The header anthropic-version is required, and must name a known version")
  func version() async {
    let key = ["x-api-key": AdminFixture.key]
    let none = await fixture.send(.get, "/v1/organizations/me", key)
    #expect(none.status == 400)
    #expect(none.errorType == "invalid_request_error")
    #expect(none.message == "anthropic-version: header is required")
    let unknown = await fixture.send(.get, "/me", version: "2024-01-01")
    #expect(unknown.status == 400)
    #expect(unknown.errorType == "invalid_request_error")
    for known in ["2023-06-01", "2026-10-21"] {
      #expect(await fixture.get("/me", version: known).status == 200)
    }
  }

  @Test("Responses and errors have the request's id, and the organization's id if it is known")
  func headers() async {
    let good = await fixture.get("/me")
    let bad = await fixture.get("/users/unknown")
    let missing = await fixture.get("/nothing")
    for response in [good, bad, missing] {
      #expect(response.header("request-id")?.hasPrefix("req_") == true)
      #expect(response.header("content-type") == "application/json")
      #expect(response.header("anthropic-workspace-id") == nil)
    }
    for response in [good, bad] {
      #expect(response.header("anthropic-organization-id") == fixture.organization.id)
    }
    #expect(good.header("request-id") != bad.header("request-id"))
    for response in [bad, missing] {
      #expect(response.names == ["type", "error", "request_id"])
      #expect(response.text("type") == "error")
      #expect(response.text("request_id") == response.header("request-id"))
    }
  }

  @Test("An error has details only if the Admin API has a code for it")
  func details() async throws {
    let wrong = await fixture.get("/users/unknown")
    #expect(wrong["error"]?.names == ["type", "message"])
    let only = try await fixture.member("ada", "admin")
    let last = await fixture.delete("/users/\(only)")
    #expect(last["error"]?["details"]?.names == ["error_code"])
  }

  @Test(
    "A path of the vendor that Steward doesn't serve gets the status 404 in the envelope",
    arguments: [
      "/usage_report/messages", "/usage_report/claude_code", "/cost_report", "/rate_limits",
      "/workspaces/wrkspc_1/rate_limits", "/spend_limits", "/service_accounts",
      "/federation_rules", "/external_keys", "/rbac_groups", "/rbac_roles",
      "/compliance_settings", "/analytics/users", "/tunnels", "/usersx", "/users/a/b", "",
    ])
  func outOfScope(path: String) async {
    let response = await fixture.get(path)
    #expect(response.status == 404, "\(response)")
    #expect(response.errorType == "not_found_error")
  }

  @Test(
    "A method that a path doesn't take gets the status 405 and the methods that it takes",
    arguments: [
      ("/me", "GET, HEAD"), ("/users", "GET, HEAD"), ("/users/user_1", "DELETE, GET, HEAD, POST"),
      ("/invites", "GET, HEAD, POST"), ("/invites/invite_1", "DELETE, GET, HEAD"),
      ("/workspaces/wrkspc_1/archive", "POST"), ("/api_keys", "GET, HEAD"),
      ("/api_keys/apikey_1", "GET, HEAD, POST"),
    ])
  func wrongMethod(path: String, allowed: String) async {
    let response = await fixture.send(.put, path)
    #expect(response.status == 405)
    #expect(response.header("allow") == allowed)
    #expect(response.errorType == "invalid_request_error")
  }

  @Test(
    "An unknown id in the vendor's form gets the status 404, and an invalid id gets 400",
    arguments: [
      ("/users/user_01AbCdEfGhIjKlMnOpQrStUv", 404), ("/users/user_01A", 404),
      ("/workspaces/wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ", 404),
      ("/invites/invite_015gWxCN9Hfg2QhZwTK7Mdeu", 404),
      ("/api_keys/apikey_01Rj2N8SVvo6BePZj99NhmiT", 404),
      ("/users/wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ", 400), ("/users/user_", 400),
      ("/users/user_0%21", 400), ("/users/nonsense", 400),
    ])
  func foreignIdentifier(path: String, status: Int) async {
    let response = await fixture.get(path)
    #expect(response.status == status, "\(response)")
    #expect((response.errorType == "not_found_error") == (status == 404))
  }

  @Test("The Admin API can't create or delete an API key, or delete a workspace")
  func notHere() async throws {
    let key = try await fixture.apiKey()
    let room = try await fixture.workspace()
    #expect(await fixture.post("/api_keys", "{}").status == 405)
    #expect(await fixture.delete("/api_keys/\(key)").status == 405)
    #expect(await fixture.delete("/workspaces/\(room)").status == 405)
  }

  @Test("Headers and parameters for other services of the vendor are ignored")
  func ignored() async {
    let response = await fixture.send(
      .get, "/workspaces?beta=true",
      with: ["anthropic-beta": "x", "anthropic-workspace-id": "wrkspc_1"])
    #expect(response.status == 200)
  }

  @Test("A request costs one call to a plugin when the organization of its key is known")
  func calls() async throws {
    let room = try await fixture.workspace()
    _ = await fixture.get("/me")
    #expect(
      fixture.host.takeCalls() == ["steward.auth.v1.Auth/WhoAmI", "steward.orgs.v1.Orgs/Get"])
    let requests: [(String, String)] = [
      ("/workspaces?limit=20", "steward.workspaces.v1.Workspaces/List"),
      ("/workspaces/\(room)", "steward.workspaces.v1.Workspaces/Get"),
      ("/users", "steward.users.v1.Users/List"), ("/invites", "steward.users.v1.Invites/List"),
      ("/api_keys", "steward.keys.v1.Keys/List"),
    ]
    for (path, method) in requests {
      #expect(await fixture.get(path).status == 200)
      #expect(fixture.host.takeCalls() == [method])
    }
  }

  @Test("A caller in several organizations must select one, and then sees only that one")
  func severalOrganizations() async throws {
    let other = try await OrgsClient(fixture.operatorChannel).create(
      CreateOrganizationRequest(name: "Beta"))
    let foreign = try await WorkspacesClient(fixture.operatorChannel).create(
      CreateWorkspaceRequest(organizationId: other.id, name: "B"))
    let jane = try await fixture.member("jane", "admin")
    fixture.host.admit("jane", as: .user(jane, admin: fixture.organization.id, other.id))

    let ambiguous = await fixture.send(.get, "/me", key: "jane")
    #expect(ambiguous.status == 400)
    #expect(ambiguous.message.hasPrefix("anthropic-organization-id: header is required"))
    let here = ["anthropic-organization-id": fixture.organization.id]
    #expect(await fixture.send(.get, "/me", key: "jane", with: here).text("name") == "Acme")
    let path = "/workspaces/\(foreign.id)"
    #expect(await fixture.send(.get, path, key: "jane", with: here).status == 404)
    #expect(await fixture.send(.post, path, "{}", key: "jane", with: here).status == 404)
    #expect(await fixture.send(.post, path + "/archive", key: "jane", with: here).status == 404)
    #expect(await fixture.send(.get, path + "/members", key: "jane", with: here).status == 404)
    let there = ["anthropic-organization-id": other.id]
    #expect(await fixture.send(.get, path, key: "jane", with: there).status == 200)
  }

  @Test("An admin key sees nothing of another organization, whatever it names")
  func otherOrganization() async throws {
    let other = try await OrgsClient(fixture.operatorChannel).create(
      CreateOrganizationRequest(name: "Beta"))
    try await fixture.admit("beta", to: other.id)
    let room = try await fixture.workspace()
    let key = try await fixture.apiKey()
    let jane = try await fixture.member("jane")
    let invite = await fixture.post("/invites", #"{"email": "x@example.com", "role": "user"}"#)
    let paths = [
      "/workspaces/\(room)", "/workspaces/\(room)/members", "/api_keys/\(key)", "/users/\(jane)",
      "/invites/\(invite.text("id") ?? "")", "/workspaces/\(room)/members/\(jane)",
    ]
    for path in paths {
      let response = await fixture.send(.get, path, key: "beta")
      #expect(response.status == 404, "\(path) \(response)")
      #expect(response.errorType == "not_found_error")
    }
    #expect(await fixture.send(.get, "/users", key: "beta").listed() == [])
    #expect(await fixture.send(.get, "/me", key: "beta").text("name") == "Beta")
  }

  @Test("A change with an outdated etag is refused")
  func ifMatch() async throws {
    let room = try await fixture.workspace()
    let seen = await fixture.get("/workspaces/\(room)")
    let etag = try #require(seen.header("etag"))
    let headers = ["if-match": etag]
    let path = "/workspaces/\(room)"
    #expect(await fixture.send(.post, path, #"{"name": "A"}"#, with: headers).status == 200)
    let lost = await fixture.send(.post, path, #"{"name": "B"}"#, with: headers)
    #expect(lost.status == 412, "\(lost)")
    let malformed = await fixture.send(.post, path, "{}", with: ["if-match": "x"])
    #expect(malformed.status == 400)
    let any = await fixture.send(.post, path, #"{"name": "C"}"#, with: ["if-match": "*"])
    #expect(any.status == 200)
  }

  @Test("A change that is repeated with its idempotency key happens once")
  func idempotency() async {
    let headers = ["idempotency-key": "once"]
    let body = #"{"name": "A"}"#
    let first = await fixture.send(.post, "/workspaces", body, with: headers)
    let second = await fixture.send(.post, "/workspaces", body, with: headers)
    #expect(first.text("id") != nil)
    #expect(first.json == second.json)
    #expect(await fixture.get("/workspaces").listed().count == 1)
  }
}
