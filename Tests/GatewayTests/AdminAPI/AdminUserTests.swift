import AdminProtos
import AdminServices
import IPC
import ProtobufRuntime
import Status
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: users")
struct AdminUserTests {
  let fixture: AdminFixture
  /// The id of the admin. An organization needs at least one.
  let admin: String

  init() async throws {
    fixture = try await AdminFixture()
    admin = try await fixture.member("root", "admin")
  }

  @Test("The Admin API shows just the id, the type and the name of an organization")
  func organization() async {
    let response = await fixture.get("/me")
    #expect(
      response.json
        == .object([
          ("id", .string(fixture.organization.id)), ("type", .string("organization")),
          ("name", .string("Acme")),
        ]))
  }

  @Test("The Admin API shows just the documented fields of a user")
  func shape() async throws {
    let jane = try await fixture.member("jane", "developer")
    let response = await fixture.get("/users/\(jane)")
    #expect(response.names == ["id", "type", "email", "name", "role", "added_at"])
    #expect(response.text("type") == "user")
    #expect(response.text("email") == "jane@example.com")
    #expect(response.text("role") == "developer")
    #expect(response.text("added_at")?.hasSuffix("Z") == true)
  }

  @Test("Lists of users begin with the user who was added last")
  func order() async throws {
    let jane = try await fixture.member("jane")
    let joe = try await fixture.member("joe")
    #expect(await fixture.get("/users").listed() == [joe, jane, admin])
  }

  @Test("The parameters roles[] and roles select the users with any of these roles")
  func roles() async throws {
    let jane = try await fixture.member("jane", "developer")
    let joe = try await fixture.member("joe", "billing")
    let wanted = [joe, jane]
    for query in [
      "roles[]=developer&roles[]=billing", "roles%5B%5D=developer&roles%5B%5D=billing",
      "roles=developer&roles=billing",
    ] {
      #expect(await fixture.get("/users?\(query)").listed() == wanted, "\(query)")
    }
    #expect(await fixture.get("/users?roles[]=admin").listed() == [admin])
    #expect(await fixture.get("/users?roles[]=king").status == 400)
  }

  @Test("A search by address finds the user, whatever the address's case and tag")
  func email() async throws {
    let jane = try await fixture.member("jane")
    for address in ["JANE@example.com", "jane%2Bhiring@example.com", "jane@EXAMPLE.com"] {
      #expect(await fixture.get("/users?email=\(address)").listed() == [jane])
    }
    #expect(await fixture.get("/users?email=unknown@example.com").listed() == [])
    #expect(await fixture.get("/users?email=nonsense").status == 400)
  }

  @Test(
    "A user can be given every role except admin",
    arguments: ["user", "developer", "billing", "claude_code_user"])
  func assignable(role: String) async throws {
    let jane = try await fixture.member("jane", role == "user" ? "developer" : "user")
    let response = await fixture.post("/users/\(jane)", #"{"role": "\#(role)"}"#)
    #expect(response.status == 200, "\(response)")
    #expect(response.text("role") == role)
    #expect(await fixture.get("/users/\(jane)").json == response.json)
  }

  @Test(
    "An invalid update of a user gets the status 400 and the vendor's message",
    arguments: [
      ("{}", "role: Field required"), ("", "role: Field required"),
      (#"{"role": null}"#, "role: Input should be a valid string"),
      (#"{"role": 7}"#, "role: Input should be a valid string"),
      (
        #"{"role": "admin"}"#,
        "role: Input should be 'user', 'developer', 'billing' or 'claude_code_user'"
      ),
      (
        #"{"role": "managed"}"#,
        "role: Input should be 'user', 'developer', 'billing' or 'claude_code_user'"
      ),
      (#"{"role": "user", "name": "x"}"#, "name: Extra inputs are not permitted"),
      ("[]", "body: Input should be a valid dictionary"),
      (#""role""#, "body: Input should be a valid dictionary"),
    ])
  func badBody(body: String, message: String) async throws {
    let jane = try await fixture.member("jane")
    let response = await fixture.post("/users/\(jane)", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.errorType == "invalid_request_error")
    #expect(response.message == message)
  }

  @Test(
    "A body that is not JSON gets the status 400",
    arguments: ["{", "role=user", #"{"role": "user", "role": "user"}"#, "{}x", "\u{FEFF}{}"])
  func noJSON(body: String) async throws {
    let response = await fixture.post("/users/\(admin)", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.errorType == "invalid_request_error")
  }

  @Test("The Admin API doesn't change or remove an admin, even if there is another one")
  func admins() async throws {
    let second = try await fixture.member("second", "admin")
    let changed = await fixture.post("/users/\(second)", #"{"role": "user"}"#)
    let removed = await fixture.delete("/users/\(second)")
    for response in [changed, removed] {
      #expect(response.status == 400)
      #expect(response.errorType == "invalid_request_error")
      #expect(response.errorCode == nil)
    }
    #expect(await fixture.get("/users/\(second)").text("role") == "admin")
  }

  @Test("The only member of an organization can't be removed")
  func lastMember() async {
    let response = await fixture.delete("/users/\(admin)")
    #expect(response.status == 400)
    #expect(response.errorCode == "cannot_remove_last_member")
  }

  @Test("Removing a user archives only the user's API keys, and ends the user's memberships")
  func removal() async throws {
    let jane = try await fixture.member("jane")
    let room = try await fixture.workspace()
    let path = "/workspaces/\(room)/members"
    #expect(
      await fixture.post(
        path, #"{"user_id": "\#(jane)", "workspace_role": "workspace_user"}"#
      ).status == 200)
    let theirs = try await fixture.apiKey("theirs", of: jane)
    let ownerless = try await fixture.apiKey("ownerless")

    let response = await fixture.delete("/users/\(jane)")
    #expect(
      response.json == .object([("id", .string(jane)), ("type", .string("user_deleted"))]))
    #expect(await fixture.get("/users/\(jane)").status == 404)
    #expect(await fixture.get(path).listed("user_id") == [])
    #expect(await fixture.get("/api_keys/\(theirs)").text("status") == "archived")
    #expect(await fixture.get("/api_keys/\(ownerless)").text("status") == "active")
    #expect(await fixture.delete("/users/\(jane)").status == 404)
  }

  @Test("A sign-out ends the sessions of a member, and returns the member")
  func signOut() async throws {
    let jane = try await fixture.person("jane")
    let response = await fixture.post("/users/\(jane.userId)/sign_out")
    #expect(response.status == 200, "\(response)")
    #expect(response.json == (await fixture.get("/users/\(jane.userId)")).json)
    let refusal = await #expect(throws: Status.self) {
      try await AuthClient(fixture.operatorChannel).refresh(
        RefreshRequest(refreshToken: jane.refreshToken))
    }
    #expect(refusal?.reason == "SESSION_ENDED")
    #expect(await fixture.post("/users/\(jane.userId)/sign_out", #"{"all": true}"#).status == 400)
    let unknown = "/users/user_1FEwknxGiCAysEkBouSoPAZJ/sign_out"
    #expect(await fixture.post(unknown).status == 404)
  }

  @Test("A member who is a super admin can't be signed out by an organization's admin key")
  func signOutSuperAdmin() async throws {
    let jane = try await fixture.person("jane", "admin")
    _ = try await UsersClient(fixture.operatorChannel).update(
      UpdateUserRequest(id: jane.userId, isSuperAdmin: true))
    let response = await fixture.post("/users/\(jane.userId)/sign_out")
    #expect(response.status == 403)
    #expect(response.errorType == "permission_error")
  }

  @Test("An unknown user gets the status 404, and an id of another kind gets 400")
  func unknown() async {
    let absent = await fixture.get("/users/user_1FEwknxGiCAysEkBouSoPAZJ")
    #expect(absent.status == 404)
    #expect(absent.errorType == "not_found_error")
    let wrong = await fixture.get("/users/wrkspc_1FEwknxGiCAysEkBouSoPAZJ")
    #expect(wrong.status == 400)
    #expect(wrong.message.contains("workspace"))
  }
}
