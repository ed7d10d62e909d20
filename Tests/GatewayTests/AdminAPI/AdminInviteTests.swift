import AdminModel
import AdminProtos
import AdminServices
import GoogleProtos
import HTTPTypes
import ProtobufRuntime
import Synchronization
import Testing

@testable import GatewayPlugin

@Suite("The Admin API: invites")
struct AdminInviteTests {
  let fixture: AdminFixture

  init() async throws { fixture = try await AdminFixture() }

  private func invite(_ name: String, _ role: String = "user") async -> AdminResponse {
    await fixture.post("/invites", #"{"email": "\#(name)@example.com", "role": "\#(role)"}"#)
  }

  @Test("The Admin API shows just the documented fields of an invite, and never its token")
  func shape() async throws {
    let response = await invite("jane", "developer")
    #expect(response.status == 200, "\(response)")
    #expect(
      response.names == [
        "id", "type", "email", "role", "invited_at", "expires_at", "accepted_at", "status",
        "rbac_group_ids",
      ])
    #expect(response.text("type") == "invite")
    #expect(response.text("email") == "jane@example.com")
    #expect(response.text("role") == "developer")
    #expect(response.text("status") == "pending")
    #expect(response["accepted_at"] == .null)
    #expect(response["rbac_group_ids"] == .array([]))
    #expect(!response.description.contains("stw-invite-"))
    let id = try #require(response.text("id"))
    #expect(await fixture.get("/invites/\(id)").json == response.json)
  }

  @Test("An invite expires after 21 days to the microsecond, without any job")
  func expiry() async throws {
    let clock = TestClock(GoogleTimestamp(seconds: 1_700_000_000, nanos: 123_456_000))
    let fixture = try await AdminFixture(clock: clock.now)
    let body = #"{"email": "jane@example.com", "role": "user"}"#
    let invite = await fixture.post("/invites", body)
    #expect(invite.text("invited_at") == "2023-11-14T22:13:20.123456Z")
    #expect(invite.text("expires_at") == "2023-12-05T22:13:20.123456Z")
    let id = try #require(invite.text("id"))

    clock.advance(seconds: 21 * 24 * 3600 - 1)
    #expect(await fixture.get("/invites/\(id)").text("status") == "pending")
    clock.advance(seconds: 1)
    #expect(await fixture.get("/invites/\(id)").text("status") == "expired")
    #expect(await fixture.get("/invites?statuses[]=expired").listed() == [id])
    #expect(await fixture.get("/invites?statuses[]=pending").listed() == [])
    #expect(await fixture.delete("/invites/\(id)").status == 400)
    #expect(await fixture.post("/invites", body).status == 200)
  }

  @Test(
    "An invalid invite gets the status 400 and the vendor's message",
    arguments: [
      ("{}", "email: Field required"),
      (#"{"email": "a@b.org"}"#, "role: Field required"),
      (#"{"email": null, "role": "user"}"#, "email: Input should be a valid string"),
      (
        #"{"email": "a@b.org", "role": "admin"}"#,
        "role: Input should be 'user', 'developer', 'billing' or 'claude_code_user'"
      ),
      (#"{"email": "a@b.org", "role": "user", "x": 1}"#, "x: Extra inputs are not permitted"),
      (
        #"{"email": "a@b.org", "role": "user", "rbac_group_ids": null}"#,
        "rbac_group_ids: Input should be a valid list"
      ),
      (
        #"{"email": "a@b.org", "role": "user", "rbac_group_ids": [1]}"#,
        "rbac_group_ids.0: Input should be a valid string"
      ),
      (
        #"{"email": "a@b.org", "role": "user", "rbac_group_ids": ["x"]}"#,
        "rbac_group_ids: This organization has no RBAC groups; leave it out."
      ),
      (
        #"{"email": "nonsense", "role": "user"}"#,
        "email: must be a mail address such as jane@example.com, not \"nonsense\""
      ),
      (#"{"email": "a\u0000@b.org", "role": "user"}"#, "email: String should not contain NUL"),
    ])
  func badBody(body: String, message: String) async {
    let response = await fixture.post("/invites", body)
    #expect(response.status == 400, "\(response)")
    #expect(response.message == message)
  }

  @Test("An empty list of RBAC groups is valid in an invite, and a list of more than 100 is not")
  func groups() async {
    let start = #"{"email": "a@b.org", "role": "user", "rbac_group_ids": ["#
    let many = Array(repeating: #""g""#, count: 101).joined(separator: ",")
    let response = await fixture.post("/invites", "\(start)\(many)]}")
    #expect(response.message == "rbac_group_ids: List should have at most 100 items")
    #expect(await fixture.post("/invites", "\(start)]}").status == 200)
  }

  @Test("An invite of a member is refused, and the message names the user")
  func member() async throws {
    let jane = try await fixture.member("jane")
    let response = await invite("JANE")
    #expect(response.status == 400)
    #expect(response.errorType == "invalid_request_error")
    #expect(response.errorCode == "already_member")
    #expect(response.message.contains(jane))
  }

  @Test("A second invite of the same person is refused, and the message names the first invite")
  func twice() async throws {
    let first = try #require(await invite("jane").text("id"))
    let response = await invite("Jane")
    #expect(response.status == 400)
    #expect(response.errorCode == "invite_already_exists")
    #expect(response.message.contains(first))
  }

  @Test("A withdrawn invite is in no list, can be read, and can't be withdrawn again")
  func withdrawn() async throws {
    let id = try #require(await invite("jane").text("id"))
    let response = await fixture.delete("/invites/\(id)")
    #expect(
      response.json == .object([("id", .string(id)), ("type", .string("invite_deleted"))]))
    #expect(await fixture.get("/invites").listed() == [])
    #expect(await fixture.get("/invites/\(id)").text("status") == "deleted")
    #expect(await fixture.delete("/invites/\(id)").status == 400)
    #expect(await invite("jane").status == 200)
  }

  @Test("Lists of invites filter by address, roles and statuses")
  func filters() async throws {
    let jane = try #require(await invite("jane", "developer").text("id"))
    let joe = try #require(await invite("joe", "billing").text("id"))
    #expect(await fixture.get("/invites").listed() == [joe, jane])
    #expect(await fixture.get("/invites?email=JANE%2Bx@example.com").listed() == [jane])
    #expect(await fixture.get("/invites?roles[]=billing").listed() == [joe])
    #expect(await fixture.get("/invites?statuses[]=pending").listed() == [joe, jane])
    #expect(await fixture.get("/invites?statuses[]=accepted&statuses[]=expired").listed() == [])
    #expect(await fixture.get("/invites?statuses[]=deleted").status == 400)
  }

  @Test("Each organization has its own limit of invites per hour")
  func limit() async throws {
    let fixture = try await AdminFixture(invitesPerHour: 2)
    let other = try await OrgsClient(fixture.operatorChannel).create(
      CreateOrganizationRequest(name: "Beta"))
    try await fixture.admit("beta", to: other.id)
    let invite = { (name: String) in #"{"email": "\#(name)@example.com", "role": "user"}"# }
    for name in ["ann", "bea"] {
      #expect(await fixture.post("/invites", invite(name)).status == 200)
    }
    let third = await fixture.post("/invites", invite("cho"))
    #expect(third.status == 429 && third.errorType == "rate_limit_error")
    #expect(third.header("retry-after") == "1800")
    #expect(await fixture.get("/invites").status == 200)
    #expect(await fixture.send(.post, "/invites", invite("cho"), key: "beta").status == 200)
  }

  @Test("A request for an unknown invite gets the status 404")
  func unknown() async {
    let path = "/invites/invite_1FEwknxGiCAysEkBouSoPAZJ"
    #expect(await fixture.get(path).status == 404)
    #expect(await fixture.delete(path).status == 404)
  }
}

/// A clock that stands still until it is advanced.
final class TestClock: Sendable {
  private let time: Mutex<GoogleTimestamp>

  init(_ start: GoogleTimestamp) { time = Mutex(start) }

  var now: @Sendable () -> GoogleTimestamp {
    { self.time.withLock { $0 } }
  }

  func advance(seconds: Int64) {
    time.withLock { $0.seconds += seconds }
  }
}
