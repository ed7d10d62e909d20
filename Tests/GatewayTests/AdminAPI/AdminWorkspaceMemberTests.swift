import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: members of workspaces")
struct AdminWorkspaceMemberTests {
  let fixture: AdminFixture
  let room: String
  let jane: String
  private let path: String

  init() async throws {
    fixture = try await AdminFixture()
    room = try await fixture.workspace()
    jane = try await fixture.member("jane")
    path = "/workspaces/\(room)/members"
  }

  private func add(_ user: String, _ role: String = "workspace_user") async -> AdminResponse {
    await fixture.post(path, #"{"user_id": "\#(user)", "workspace_role": "\#(role)"}"#)
  }

  @Test("The Admin API shows just the documented fields of a member of a workspace")
  func shape() async {
    let response = await add(jane, "workspace_developer")
    #expect(
      response.json
        == .object([
          ("type", .string("workspace_member")), ("user_id", .string(jane)),
          ("workspace_id", .string(room)), ("workspace_role", .string("workspace_developer")),
        ]))
    #expect(await fixture.get("\(path)/\(jane)").json == response.json)
    #expect(await fixture.get(path)["data"] == .array([response.json]))
  }

  @Test(
    "A member of a workspace can be given every role except billing",
    arguments: [
      "workspace_user", "workspace_developer", "workspace_restricted_developer", "workspace_admin",
    ])
  func roles(role: String) async {
    #expect(await add(jane, role).text("workspace_role") == role)
    let other = role == "workspace_user" ? "workspace_admin" : "workspace_user"
    let changed = await fixture.post("\(path)/\(jane)", #"{"workspace_role": "\#(other)"}"#)
    #expect(changed.text("workspace_role") == other)
  }

  static let addable =
    "'workspace_user', 'workspace_developer', 'workspace_restricted_developer' or "
    + "'workspace_admin'"

  @Test("An invalid change of a workspace's members gets the status 400 and the vendor's message")
  func badBodies() async {
    let additions = [
      ("{}", "user_id: Field required"),
      (#"{"user_id": "\#(jane)"}"#, "workspace_role: Field required"),
      (
        #"{"user_id": "\#(jane)", "workspace_role": "workspace_billing"}"#,
        "workspace_role: Input should be \(Self.addable)"
      ),
      (
        #"{"user_id": "\#(jane)", "workspace_role": "workspace_user", "x": 1}"#,
        "x: Extra inputs are not permitted"
      ),
      (#"{"user_id": 7, "workspace_role": "x"}"#, "user_id: Input should be a valid string"),
    ]
    for (body, message) in additions {
      let response = await fixture.post(path, body)
      #expect(response.status == 400)
      #expect(response.message == message)
    }
    let change = await fixture.post("\(path)/\(jane)", "{}")
    #expect(change.message == "workspace_role: Field required")
    let both = await fixture.post(
      "\(path)/\(jane)", #"{"workspace_role": "workspace_user", "user_id": "x"}"#)
    #expect(both.message == "user_id: Extra inputs are not permitted")
  }

  @Test("Adding a member twice, or a stranger, to a workspace gets the status 400 and not 409")
  func refusals() async {
    #expect(await add(jane).status == 200)
    let twice = await add(jane)
    let stranger = await add("user_1FEwknxGiCAysEkBouSoPAZJ")
    for response in [twice, stranger] {
      #expect(response.status == 400, "\(response)")
      #expect(response.errorType == "invalid_request_error")
      #expect(response.errorCode == nil)
    }
  }

  @Test("Reading, changing or removing a user who isn't a member gets the status 404")
  func noMember() async {
    #expect(await fixture.get("\(path)/\(jane)").status == 404)
    let change = await fixture.post("\(path)/\(jane)", #"{"workspace_role": "workspace_user"}"#)
    #expect(change.status == 404)
    #expect(await fixture.delete("\(path)/\(jane)").status == 404)
  }

  @Test("A user removed from a workspace stays in the organization, and the response has no id")
  func removal() async {
    #expect(await add(jane).status == 200)
    let response = await fixture.delete("\(path)/\(jane)")
    #expect(
      response.json
        == .object([
          ("type", .string("workspace_member_deleted")), ("user_id", .string(jane)),
          ("workspace_id", .string(room)),
        ]))
    #expect(await fixture.get("/users/\(jane)").status == 200)
  }

  @Test("Admins and billing users are unlisted members of a workspace and keep inherited roles")
  func implicit() async throws {
    let admin = try await fixture.member("admin", "admin")
    let billing = try await fixture.member("billing", "billing")
    #expect(await fixture.get(path).listed("user_id") == [])
    #expect(
      await fixture.get("\(path)/\(admin)").text("workspace_role") == "workspace_admin")
    #expect(
      await fixture.get("\(path)/\(billing)").text("workspace_role") == "workspace_billing")
    let changed = await fixture.post("\(path)/\(admin)", #"{"workspace_role": "workspace_user"}"#)
    #expect(changed.status == 400)
    for user in [admin, billing] { #expect(await fixture.delete("\(path)/\(user)").status == 400) }
    #expect(await add(billing, "workspace_user").status == 400)
    #expect(await add(admin, "workspace_admin").status == 400)
  }

  @Test("A billing user can become an admin of a workspace, and get the old role back")
  func raisedBilling() async throws {
    let billing = try await fixture.member("billing", "billing")
    let raised = await fixture.post(
      "\(path)/\(billing)", #"{"workspace_role": "workspace_admin"}"#)
    #expect(raised.text("workspace_role") == "workspace_admin")
    #expect(await fixture.get(path).listed("user_id") == [billing])
    let undone = await fixture.post(
      "\(path)/\(billing)", #"{"workspace_role": "workspace_billing"}"#)
    #expect(undone.text("workspace_role") == "workspace_billing")
    #expect(await fixture.get(path).listed("user_id") == [])
    #expect(await add(jane).status == 200)
    let other = await fixture.post("\(path)/\(jane)", #"{"workspace_role": "workspace_billing"}"#)
    #expect(other.status == 400)
  }

  @Test("A change of the organization's role keeps the workspace role that was given explicitly")
  func roleChange() async throws {
    #expect(await add(jane, "workspace_developer").status == 200)
    #expect(await fixture.post("/users/\(jane)", #"{"role": "billing"}"#).status == 200)
    #expect(await fixture.post("/users/\(jane)", #"{"role": "user"}"#).status == 200)
    #expect(
      await fixture.get("\(path)/\(jane)").text("workspace_role") == "workspace_developer")
  }

  @Test("The members of an archived workspace can be read, but not changed")
  func archived() async {
    #expect(await add(jane).status == 200)
    #expect(await fixture.post("/workspaces/\(room)/archive").status == 200)
    #expect(await fixture.get(path).listed("user_id") == [jane])
    let change = await fixture.post("\(path)/\(jane)", #"{"workspace_role": "workspace_admin"}"#)
    #expect(change.status == 400)
    #expect(await fixture.delete("\(path)/\(jane)").status == 400)
  }
}
