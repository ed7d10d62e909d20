import AdminProtos
import GoogleProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("Password confirmations")
struct ShownPasswordTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  private func confirm(
    _ tokens: SessionTokens, as email: String = "ada@example.com"
  ) async throws -> ConfirmPasswordResponse {
    let access = try fixture.access(tokens.accessToken)
    let attempt = try await fixture.admit(email)
    return try await fixture.write { tx in
      try Sessions.confirmPassword(attempt, by: access, in: &tx)
    }
  }

  private func shown(_ tokens: SessionTokens) throws -> GoogleTimestamp? {
    try fixture.resolve(tokens.accessToken).passwordShownAt
  }

  @Test("A login and a confirmation show the password for one session, and a refresh doesn't")
  func life() async throws {
    try await fixture.claim()
    let start = fixture.now
    let (one, other) = (try await fixture.logIn(), try await fixture.logIn())
    fixture.pass(seconds: 600)
    let next = try await fixture.refresh(one.refreshToken)
    #expect(try shown(next) == start)
    #expect(try await confirm(next).passwordShownAt == fixture.now)
    #expect(try shown(next) == fixture.now)
    #expect(try shown(other) == start)
    #expect(try fixture.actions().last == "session.confirmed")
  }

  @Test("Another user's password confirms no session")
  func others() async throws {
    try await fixture.claim()
    let session = try await fixture.logIn().sessionId
    let eve = Access(of: IPCPrincipal(kind: .user, id: "user_eve", session: session))
    let attempt = try await fixture.admit()
    let reason = await refusal {
      try await fixture.write { tx in
        try Sessions.confirmPassword(attempt, by: eve, in: &tx)
      }
    }
    #expect(reason != nil)
    #expect(try !fixture.actions().contains("session.confirmed"))
  }

  @Test("A session that has ended can't be confirmed")
  func ended() async throws {
    try await fixture.claim()
    let tokens = try await fixture.logIn()
    let me = Access(
      of: IPCPrincipal(kind: .user, id: tokens.userId, session: tokens.sessionId))
    let attempt = try await fixture.admit()
    try await fixture.write { tx in _ = try Sessions.revoke(tokens.sessionId, by: me, in: &tx) }
    let reason = await refusal {
      try await fixture.write { tx in try Sessions.confirmPassword(attempt, by: me, in: &tx) }
    }
    #expect(reason == "SESSION_ENDED")
  }

  @Test("Only a user has a password to confirm")
  func machines() throws {
    for kind in [IPCPrincipal.Kind.operator, .adminKey, .plugin] {
      let access = Access(of: IPCPrincipal(kind: kind, id: "x"))
      #expect(
        refusal { try fixture.store.read { tx in try Passwords.address(of: access, in: tx) } }
          == "PERMISSION_DENIED")
    }
  }
}
