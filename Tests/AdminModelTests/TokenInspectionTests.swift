import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("What the holder of a token learns and gets")
struct TokenInspectionTests {
  let fixture: AuthFixture
  private let acme: String
  private let ada: String

  init() async throws {
    fixture = try AuthFixture()
    let claimed = try await fixture.claim()
    (acme, ada) = (claimed.organizationId, claimed.userId)
  }

  private func invite(_ token: String) throws -> InspectedInvite {
    try fixture.store.read { tx in
      try InviteAcceptance.inspect(token, keys: AuthFixture.keys, in: tx)
    }
  }

  private func reset(_ token: String) throws -> InspectedPasswordReset {
    try fixture.store.read { tx in
      try PasswordResets.inspect(token, keys: AuthFixture.keys, in: tx)
    }
  }

  private func createReset(_ token: String, for user: String) async throws {
    _ = try await fixture.write { tx in
      try PasswordResets.create(
        for: user, tokenHash: AuthFixture.keys.passwordResetHash(of: token), by: .unlimited,
        in: &tx)
    }
  }

  @Test("The holder of an invite's token learns what it offers, and whether there is an account")
  func invite() async throws {
    try await fixture.invite("bob@x.org", .developer, to: acme, token: "t1")
    let offer = try invite("t1")
    #expect(
      offer
        == InspectedInvite(
          organizationId: acme, organizationName: "Acme", email: "bob@x.org", role: "developer",
          expiresAt: fixture.now.adding(.seconds(21 * 86_400))))
    let beta = try await fixture.organization("Beta")
    try await fixture.invite("ada@example.com", to: beta, token: "t2")
    #expect(try invite("t2").hasAccount)
  }

  @Test("A password that only another organization's admin vouches for need not be known")
  func replaceable() async throws {
    let eve = try await fixture.add("eve@x.org", to: acme)
    try await fixture.write { tx in
      try AdminSchema.users.update(eve, in: &tx) { $0.unclaimedIn = "" }
      try Passwords.set("theirs", of: eve, isProven: false, in: &tx)
    }
    let beta = try await fixture.organization("Beta")
    try await fixture.invite("eve@x.org", to: beta, token: "t1")
    #expect(try !invite("t1").hasAccount)
    try await fixture.write { tx in try Passwords.prove(of: eve, in: &tx) }
    #expect(try invite("t1").hasAccount)
  }

  @Test("The holder of an invite's token learns why it no longer works; others learn nothing")
  func inviteOver() async throws {
    for token in ["a", "b", "c"] {
      try await fixture.invite("\(token)@x.org", to: acme, token: token)
    }
    _ = try await fixture.write { tx in
      let invitee = try InviteAcceptance.admit(
        token: "a", name: "A", password: "long enough it is", from: "", keys: AuthFixture.keys,
        in: &tx)
      return try InviteAcceptance.accept(
        invitee, name: "A", proof: .chosen("hash-a"), keys: AuthFixture.keys, in: &tx)
    }
    let withdrawn = try fixture.store.read { tx in
      try AdminSchema.invites.first(
        AdminSchema.invitesByToken, at: [.bytes(AuthFixture.keys.inviteHash(of: "b"))], in: tx)
    }
    let id = try #require(withdrawn).record.id
    _ = try await fixture.write { tx in
      try Invites.delete(id, ifMatch: "", by: .unlimited, in: &tx)
    }
    #expect(refusal { try invite("a") } == "INVITE_ACCEPTED")
    #expect(refusal { try invite("b") } == "INVITE_DELETED")
    fixture.pass(seconds: 21 * 86_400)
    #expect(refusal { try invite("c") } == "INVITE_EXPIRED")
    for token in ["d", ""] { #expect(refusal { try invite(token) } == "INVITE_TOKEN_UNKNOWN") }
  }

  @Test("The holder of a reset's token learns its user, and which organization it opens")
  func reset() async throws {
    try await createReset("t1", for: ada)
    let expiry = fixture.now.adding(.seconds(3 * 86_400))
    #expect(
      try reset("t1")
        == InspectedPasswordReset(email: "ada@example.com", name: "Ada", expiresAt: expiry))

    let bob = try await fixture.add("bob@x.org", .billing, to: acme)
    try await createReset("t2", for: bob)
    #expect(
      try reset("t2")
        == InspectedPasswordReset(
          email: "bob@x.org", name: "Bob", expiresAt: expiry, organizationId: acme,
          organizationName: "Acme", role: "billing"))

    let beta = try await fixture.organization("Beta")
    try await createReset("t3", for: try await fixture.add("ada@example.com", to: beta))
    #expect(try reset("t3").hasAccount)
  }

  @Test("A reset's token that was used or has expired says so, and an unknown one is unknown")
  func resetOver() async throws {
    try await createReset("t1", for: ada)
    fixture.pass(seconds: 3 * 86_400)
    #expect(refusal { try reset("t1") } == "RESET_TOKEN_OVER")
    try await createReset("t2", for: ada)
    _ = try await use("t2")
    #expect(refusal { try reset("t2") } == "RESET_TOKEN_OVER")
    for token in ["t1", "t3", ""] {
      #expect(refusal { try reset(token) } == "RESET_TOKEN_UNKNOWN")
    }
  }

  @discardableResult
  private func use(_ token: String, newSession: NewSession? = nil) async throws
    -> ResetPasswordResponse
  {
    try await fixture.write { tx in
      let holder = try PasswordResets.admit(
        token: token, password: "long enough it is", from: "", keys: AuthFixture.keys, in: &tx)
      return try PasswordResets.use(
        holder, proof: .chosen("chosen"), newSession: newSession, keys: AuthFixture.keys, in: &tx)
    }
  }

  @Test("A reset ends the former sessions, and begins a session that it is asked for")
  func resetSession() async throws {
    let former = try await fixture.logIn()
    try await createReset("t1", for: ada)
    let response = try await use("t1", newSession: NewSession(label: "phone"))
    #expect(response.endedSessions == 1)
    #expect(refusal { try fixture.resolve(former.accessToken) } == "SESSION_ENDED")
    let tokens = try #require(response.session)
    #expect(try fixture.resolve(tokens.accessToken).principal.id == ada)
    let session = try fixture.store.read { tx in
      try AdminSchema.sessions.require(tokens.sessionId, in: tx).record.session
    }
    #expect(session.label == "phone")

    let bob = try await fixture.add("bob@x.org", to: acme)
    try await createReset("t2", for: bob)
    let joined = try #require(try await use("t2", newSession: NewSession()).session)
    #expect(try fixture.resolve(joined.accessToken).principal.id == bob)
  }

  @Test("An accepted invite begins a session only if it is asked for")
  func inviteSession() async throws {
    for (token, new) in [("t1", nil), ("t2", NewSession(label: "phone"))] as [(String, NewSession?)]
    {
      try await fixture.invite("\(token)@x.org", to: acme, token: token)
      let accepted = try await fixture.write { tx in
        let invitee = try InviteAcceptance.admit(
          token: token, name: "B", password: "long enough it is", from: "", keys: AuthFixture.keys,
          in: &tx)
        return try InviteAcceptance.accept(
          invitee, name: "B", proof: .chosen("hash-b"), newSession: new, keys: AuthFixture.keys,
          in: &tx)
      }
      #expect((accepted.session == nil) == (new == nil))
      guard let tokens = accepted.session else { continue }
      #expect(try fixture.resolve(tokens.accessToken).principal.id == accepted.userId)
    }
  }

  @Test("The label of a session that a request asks for follows the rules of a login's label")
  func label() {
    let error = #expect(throws: AdminError.self) {
      try Sessions.check(NewSession(label: "a\u{202E}b"))
    }
    #expect(violations(of: error) == ["new_session.label": "INVISIBLE_CHARACTER"])
    #expect(throws: Never.self) { try Sessions.check(NewSession()) }
    #expect(throws: Never.self) { try Sessions.check(nil) }
  }
}
