import AdminModel
import AdminProtos
import Store
import Testing

@Suite("The renewal of invites")
struct InviteRenewalTests {
  private static let day = Duration.seconds(86_400)
  private static let token: [UInt8] = [4, 5, 6]

  let clock = TestClock()
  let fixture: Fixture
  private let acme: String

  init() async throws {
    let clock = clock
    fixture = try Fixture { clock.now }
    acme = try await fixture.organization().id
  }

  @discardableResult
  private func renew(
    _ id: String, ifMatch: String = "", by access: Access = .unlimited
  ) async throws -> Invite {
    try await fixture.write { tx in
      try Invites.renew(
        RenewInviteRequest(id: id, ifMatch: ifMatch), tokenHash: Self.token, by: access, in: &tx)
    }
  }

  @Test(
    "A pending or expired invite gets a new token and 21 days, and the former token ends",
    arguments: [5, 30])
  func renewed(days: Int) async throws {
    let invite = try await fixture.invite("jane@x.org", .developer, to: acme)
    clock.move(Self.day * days)
    let renewed = try await renew(invite.id, by: .holding(.admin, in: acme))
    #expect(renewed.id == invite.id && renewed.status == "pending" && renewed.role == "developer")
    #expect(renewed.invitedAt == invite.resource?.invitedAt)
    clock.move(Self.day * 21 - .seconds(1))
    #expect(await refusal { try await fixture.accept(invite) } == "INVITE_TOKEN_UNKNOWN")
    let joined = try await fixture.accept(InviteRecord(tokenHash: Self.token))
    #expect(joined.organizationId == acme && joined.role == "developer")
  }

  @Test("An accepted or withdrawn invite can't be renewed")
  func over() async throws {
    let accepted = try await fixture.invite("jane@x.org", to: acme)
    try await fixture.accept(accepted)
    let withdrawn = try await fixture.invite("bob@x.org", to: acme)
    _ = try await fixture.write { tx in
      try Invites.delete(withdrawn.id, ifMatch: "", by: .unlimited, in: &tx)
    }
    #expect(await refusal { try await renew(accepted.id) } == "INVITE_ACCEPTED")
    #expect(await refusal { try await renew(withdrawn.id) } == "INVITE_DELETED")
  }

  @Test("An expired invite can't be renewed once its address is a member or was invited again")
  func replaced() async throws {
    let jane = try await fixture.invite("jane@x.org", to: acme)
    let bob = try await fixture.invite("bob@x.org", to: acme)
    clock.move(Self.day * 22)
    try await fixture.member("jane@x.org", in: acme)
    let newer = try await fixture.invite("bob@x.org", to: acme)
    #expect(await refusal { try await renew(jane.id) } == "ALREADY_MEMBER")
    #expect(await refusal { try await renew(bob.id) } == "INVITE_ALREADY_EXISTS")
    try await renew(newer.id)
  }

  @Test("Only a caller who may manage invites renews one, and only the version that was read")
  func denied() async throws {
    let other = try await fixture.organization("Other").id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    for (access, expected) in [
      (Access.holding(.developer, in: acme), "PERMISSION_DENIED"),
      (.holding(.admin, in: other), "INVITE_NOT_FOUND"),
    ] {
      #expect(await refusal { try await renew(invite.id, by: access) } == expected)
    }
    #expect(await refusal { try await renew(invite.id, ifMatch: "1") } == "ETAG_MISMATCH")
  }
}
