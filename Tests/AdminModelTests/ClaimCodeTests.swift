import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("Claim codes")
struct ClaimCodeTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  private func begin(by access: Access = AuthFixture.operatorAccess) async throws -> ClaimCode {
    try await fixture.write { tx in
      try ClaimCodes.begin(ClaimCodeText(), by: access, keys: AuthFixture.keys, in: &tx)
    }
  }

  @discardableResult
  private func claim(
    _ code: String, email: String = "ada@example.com", withoutAdminKey: Bool = false,
    newSession: NewSession? = nil
  ) async throws -> ClaimResponse {
    try await fixture.write { tx in
      try Installations.claim(
        ClaimRequest(
          organizationName: "Acme", name: "Ada", email: email, code: code,
          withoutAdminKey: withoutAdminKey, newSession: newSession),
        passwordHash: AuthFixture.hash, byCodeFrom: "192.0.2.1", keys: AuthFixture.keys, in: &tx)
    }
  }

  @Test("A code is 28 random characters in groups of four, and works for 60 minutes")
  func form() async throws {
    let code = try await begin()
    #expect(code.code.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}/) != nil)
    #expect(code.expiresAt == fixture.now.adding(.seconds(3600)))
    #expect(Set((0..<100).map { _ in ClaimCodeText().text }).count == 100)
    #expect(!"\(ClaimCodeText())".contains("-"))
  }

  @Test("A code works in any case, without its hyphens, and with letters that look like digits")
  func typed() throws {
    let canonical = "0123456789ABCDEFGHJKMNPQRSTV"
    for typed in [
      "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV", "o123456789abcdefghjkmnpqrstv",
      " OI23 4567 89ab cdef ghjk mnpq rstv\r\n", "0L23456789ABCDEFGHJKMNPQRSTV",
    ] {
      #expect(ClaimCodeText.canonical(typed) == canonical)
    }
    #expect(ClaimCodeText.canonical(String(repeating: "0", count: 101)) == "")
    let code = ClaimCodeText()
    #expect(ClaimCodeText.canonical(code.text) == code.canonical)
  }

  @Test("A claim by code makes the same as one by the operator, and the user creates the admin key")
  func claim() async throws {
    let code = try await begin()
    let claimed = try await claim(code.code, newSession: NewSession(label: "Firefox"))
    let session = try #require(claimed.session)
    let user = try fixture.resolve(session.accessToken)
    #expect(user.principal.id == claimed.userId)
    #expect(user.permissions == nil)
    #expect(user.passwordShownAt == fixture.now)
    #expect(try fixture.resolve(claimed.adminKey).principal.kind == .adminKey)
    let key = try fixture.store.read { tx in
      try AdminSchema.adminKeys.require(claimed.adminKeyId, in: tx).record
    }
    #expect((key.createdByType, key.createdById) == ("user", claimed.userId))
  }

  @Test("A claim makes no session and no admin key unless it asks for them")
  func withoutAdminKey() async throws {
    let claimed = try await claim(try await begin().code, withoutAdminKey: true)
    #expect(claimed.adminKey.isEmpty && claimed.adminKeyId.isEmpty && claimed.session == nil)
    let keys = try fixture.store.read { tx in try AdminSchema.adminKeys.count(in: tx) }
    #expect(keys == 0)
  }

  @Test("A missing, wrong, replaced or expired code is refused alike, and changes nothing")
  func refusedAlike() async throws {
    var errors: [AdminError] = []
    func attempt(_ code: String) async {
      let error = await #expect(throws: AdminError.self) { try await claim(code) }
      if let error { errors.append(error) }
    }
    await attempt("")
    let former = try await begin().code
    await attempt("")
    await attempt(ClaimCodeText().text)
    let code = try await begin().code
    await attempt(former)
    await attempt(String(code.dropLast()))
    fixture.pass(seconds: 3600)
    await attempt(code)
    #expect(errors.count == 6)
    #expect(Set(errors) == [.claimCodeInvalid])
    #expect(try fixture.store.read { tx in try Installations.get(in: tx) } == nil)
  }

  @Test("A code works until the last second of its 60 minutes")
  func lastSecond() async throws {
    let code = try await begin().code
    fixture.pass(seconds: 3599)
    try await claim(code)
  }

  @Test("Of many concurrent claims by one code one succeeds, and the others are told so")
  func race() async throws {
    let code = try await begin().code
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for number in 0..<20 {
        group.addTask {
          await refusal { try await claim(code, email: "user\(number)@example.com") }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == nil }.count == 1)
    #expect(outcomes.compactMap { $0 }.allSatisfy { $0 == "ALREADY_CLAIMED" })
    #expect(try fixture.store.read { tx in try AdminSchema.users.count(in: tx) } == 1)
    #expect(try fixture.store.read { tx in try AdminSchema.claimCode.count(in: tx) } == 0)
  }

  @Test("A claim by the operator ends the code, and a claimed installation gives out no code")
  func ended() async throws {
    _ = try await begin()
    try await fixture.claim()
    #expect(try fixture.store.read { tx in try AdminSchema.claimCode.count(in: tx) } == 0)
    #expect(await refusal { try await begin() } == "ALREADY_CLAIMED")
    #expect(
      try fixture.actions().filter { $0.hasPrefix("claim_code") }
        == ["claim_code.created", "claim_code.ended"])
  }

  @Test(
    "Only the user who runs the host gets a code",
    arguments: [IPCPrincipal.Kind.user, .adminKey, .plugin, .host, .anonymous])
  func othersMayNot(kind: IPCPrincipal.Kind) async throws {
    let access = Access(
      of: IPCPrincipal(kind: kind, id: "x", roles: [IPCRoleGrant(role: "super_admin")]))
    #expect(await refusal { try await begin(by: access) } == "PERMISSION_DENIED")
  }

  @Test("The store keeps a keyed hash of the code, and no event has the code")
  func stored() async throws {
    let code = try await begin().code
    let record = try fixture.store.read { tx in
      try AdminSchema.claimCode.require("claim", in: tx).record
    }
    #expect(record.codeHash == AuthFixture.keys.claimCodeHash(of: code))
    #expect(record.codeHash.count == 32)
    let events = try fixture.store.read { tx in try tx.events(from: 1) }
    #expect(!events.isEmpty)
    #expect(!"\(events)".contains(code.prefix(9)))
  }
}
