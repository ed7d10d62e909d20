import AdminProtos
import Testing

@testable import AdminModel

@Suite("Password resets")
struct PasswordResetTests {
  let fixture: AuthFixture
  private let acme: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organizationId
  }

  @discardableResult
  private func add(_ email: String = "bob@x.org", to organization: String) async throws -> String {
    try await fixture.add(email, to: organization)
  }

  private func create(
    _ token: String, for user: String, by access: Access = .unlimited
  ) async throws {
    _ = try await fixture.write { tx in
      try PasswordResets.create(
        for: user, tokenHash: AuthFixture.keys.passwordResetHash(of: token), by: access, in: &tx)
    }
  }

  @discardableResult
  private func use(
    _ token: String, _ hash: String = "chosen", proof: Accounts.Proof = .known
  ) async throws -> ResetPasswordResponse {
    try await fixture.write { tx in
      let holder = try PasswordResets.admit(
        token: token, password: "long enough it is", from: "", keys: AuthFixture.keys, in: &tx)
      return try PasswordResets.use(
        holder, proof: holder.challenge.attempt == nil ? .chosen(hash) : proof,
        keys: AuthFixture.keys, in: &tx)
    }
  }

  private func password(of email: String = "bob@x.org") async throws -> String? {
    try await fixture.admit(email).passwordHash
  }

  @Test("An added user chooses a first password by a token, once")
  func first() async throws {
    let bob = try await add(to: acme)
    #expect(try await password() == nil)
    try await create("t1", for: bob, by: .holding(.admin, in: acme))
    #expect(try await use("t1") == ResetPasswordResponse(userId: bob, endedSessions: 0))
    #expect(try await password() == "chosen")
    #expect(await refusal { try await use("t1", "another") } == "RESET_TOKEN_OVER")
    #expect(try await password() == "chosen")
    #expect(
      try fixture.actions().suffix(3) == [
        "password_reset.used", "user.claimed", "password.set",
      ])
  }

  @Test("A new password ends the sessions of the old one, and the wait after failed logins")
  func forgotten() async throws {
    let bob = try await add(to: acme)
    try await create("t1", for: bob)
    try await use("t1")
    let session = try await fixture.logIn("bob@x.org")
    for _ in 0..<5 { _ = try await fixture.admit("bob@x.org") }
    #expect(await refusal { try await fixture.admit("bob@x.org") } == "LOGIN_THROTTLED")

    fixture.pass(seconds: 1)
    try await create("t2", for: bob)
    #expect(try await use("t2", "newer").endedSessions == 1)
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(try await password() == "newer")
  }

  @Test("A reset token works for exactly three days")
  func expiry() async throws {
    let bob = try await add(to: acme)
    try await create("t1", for: bob)
    try await create("t2", for: try await add("eve@x.org", to: acme))
    fixture.pass(seconds: 3 * 86_400 - 1)
    try await use("t1")
    fixture.pass(seconds: 1)
    #expect(await refusal { try await use("t2") } == "RESET_TOKEN_OVER")
  }

  @Test("Only the last reset token of a user works")
  func replaced() async throws {
    let bob = try await add(to: acme)
    try await create("t1", for: bob)
    try await create("t2", for: bob)
    for token in ["t1", "t3", ""] {
      #expect(await refusal { try await use(token) } == "RESET_TOKEN_UNKNOWN")
    }
    try await use("t2")
  }

  @Test("An old reset token doesn't replace a password that was chosen after it")
  func older() async throws {
    let bob = try await fixture.person("bob@x.org", in: acme)
    try await create("t1", for: bob)
    fixture.pass(seconds: 1)
    try await fixture.write { tx in
      try Passwords.set("own", of: bob, isProven: true, in: &tx)
    }
    #expect(await refusal { try await use("t1") } == "RESET_TOKEN_OVER")
    #expect(try await password() == "own")
  }

  @Test("An admin of only some of a user's organizations can't reset the password")
  func shared() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await fixture.person("bob@x.org", in: acme)
    try await fixture.join("bob@x.org", in: beta)
    let admin = Access.holding(.admin, in: acme)
    #expect(await refusal { try await create("t1", for: bob, by: admin) } == "PERMISSION_DENIED")
    try await create("t1", for: bob, by: .holding(.superAdmin))
    try await use("t1")
  }

  @Test("A reset token doesn't work after the user has joined another organization")
  func joined() async throws {
    let bob = try await fixture.person("bob@x.org", in: acme)
    try await create("t1", for: bob, by: .holding(.admin, in: acme))
    try await fixture.join("bob@x.org", in: try await fixture.organization("Beta"))
    #expect(await refusal { try await use("t1") } == "RESET_TOKEN_OVER")
    #expect(try await password() == AuthFixture.hash)
  }

  @Test("A reset token from an organization's admin ends when the user leaves, and stays ended")
  func left() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await fixture.person("bob@x.org", in: acme)
    try await create("t1", for: bob, by: .holding(.admin, in: acme))
    try await fixture.join("bob@x.org", in: beta)
    // Bob is the only member of no organization, so that he can be removed.
    _ = try await fixture.person("ann@x.org", in: acme)
    try await fixture.join("ann@x.org", in: beta)
    try await fixture.remove(bob, of: acme)
    try await fixture.join("bob@x.org", in: acme)
    try await fixture.remove(bob, of: beta)
    #expect(await refusal { try await use("t1") } == "RESET_TOKEN_UNKNOWN")

    let eve = try await add("eve@x.org", to: acme)
    try await create("t2", for: eve, by: .holding(.admin, in: acme))
    try await fixture.remove(eve, of: acme)
    #expect(try await add("eve@x.org", to: acme) == eve)
    #expect(await refusal { try await use("t2") } == "RESET_TOKEN_UNKNOWN")
  }

  @Test("A reset token from an organization's admin doesn't work for a super admin")
  func superAdmin() async throws {
    let bob = try await fixture.person("bob@x.org", in: acme)
    let admin = Access.holding(.admin, in: acme)
    try await create("t1", for: bob, by: admin)
    _ = try await fixture.write { tx in
      try Members.update(
        UpdateUserRequest(organizationId: acme, id: bob, isSuperAdmin: true), by: .unlimited,
        in: &tx)
    }
    #expect(await refusal { try await use("t1") } == "RESET_TOKEN_OVER")
    #expect(await refusal { try await create("t2", for: bob, by: admin) } == "PERMISSION_DENIED")
  }

  @Test("A caller who may not reset passwords is refused, and doesn't find users of others")
  func denied() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await add(to: acme)
    for (access, expected) in [
      (Access.holding(.developer, in: acme), "PERMISSION_DENIED"),
      (.holding(.admin, in: beta), "USER_NOT_FOUND"),
    ] {
      #expect(await refusal { try await create("t1", for: bob, by: access) } == expected)
    }
    #expect(await refusal { try await create("t1", for: "user_1") } == "INVALID_FIELDS")
    let unknown = "user_" + String(repeating: "1", count: 24)
    #expect(await refusal { try await create("t1", for: unknown) } == "USER_NOT_FOUND")
    #expect(try await password() == nil)
  }
}
