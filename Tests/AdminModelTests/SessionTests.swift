import AdminProtos
import IPCProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("Sessions")
struct SessionTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  @Test("A refresh returns new tokens, and an access token works for a quarter of an hour")
  func life() async throws {
    let user = try await fixture.claim().userId
    let first = try await fixture.logIn(label: "laptop")
    #expect(try fixture.resolve(first.accessToken).principal.id == user)
    #expect(try fixture.resolve(first.accessToken).principal.session == first.sessionId)
    fixture.pass(seconds: 15 * 60)
    #expect(refusal { try fixture.resolve(first.accessToken) } == "ACCESS_TOKEN_EXPIRED")
    let second = try await fixture.refresh(first.refreshToken)
    #expect(second.sessionId == first.sessionId)
    #expect(second.refreshToken != first.refreshToken)
    #expect(try fixture.resolve(second.accessToken).principal.id == user)
  }

  @Test("A token whose response was lost yields the same successor")
  func lostReply() async throws {
    try await fixture.claim()
    let first = try await fixture.logIn()
    let second = try await fixture.refresh(first.refreshToken)
    fixture.pass(seconds: 3600)
    #expect(try await fixture.refresh(first.refreshToken).refreshToken == second.refreshToken)
  }

  @Test("A token that is used again after its successor ends the session and all its tokens")
  func reuse() async throws {
    try await fixture.claim()
    let first = try await fixture.logIn()
    let second = try await fixture.refresh(first.refreshToken)
    fixture.pass(seconds: 20)
    let third = try await fixture.refresh(second.refreshToken)
    fixture.pass(seconds: 31)
    for _ in 0..<2 {
      #expect(
        await refusal { try await fixture.refresh(first.refreshToken) } == "REFRESH_TOKEN_REUSED")
    }
    #expect(
      await refusal { try await fixture.refresh(third.refreshToken) } == "REFRESH_TOKEN_REUSED")
    #expect(refusal { try fixture.resolve(third.accessToken) } == "REFRESH_TOKEN_REUSED")
    #expect(try fixture.actions().filter { $0 == "session.ended" }.count == 1)
  }

  @Test("A session without a refresh ends after thirty days, even if the clock is set back")
  func expiry() async throws {
    try await fixture.claim()
    let tokens = try await fixture.logIn()
    fixture.pass(seconds: 29 * 86_400)
    let next = try await fixture.refresh(tokens.refreshToken)
    fixture.pass(seconds: 29 * 86_400)
    let last = try await fixture.refresh(next.refreshToken)
    fixture.pass(seconds: 30 * 86_400)
    #expect(await refusal { try await fixture.refresh(last.refreshToken) } == "SESSION_EXPIRED")
  }

  @Test("A session ends ninety days after it began, however often it is refreshed")
  func absoluteEnd() async throws {
    try await fixture.claim()
    var tokens = try await fixture.logIn()
    let end = fixture.now.adding(.seconds(90 * 86_400))
    for _ in 0..<89 {
      fixture.pass(seconds: 86_400)
      tokens = try await fixture.refresh(tokens.refreshToken)
    }
    #expect(tokens.refreshExpiresAt == end)
    fixture.pass(seconds: 86_400 - 60)
    tokens = try await fixture.refresh(tokens.refreshToken)
    #expect(tokens.refreshExpiresAt == end && tokens.accessExpiresAt == end)
    #expect(try fixture.resolve(tokens.accessToken).expiresAt == end)
    fixture.pass(seconds: 60)
    #expect(refusal { try fixture.resolve(tokens.accessToken) } == "ACCESS_TOKEN_EXPIRED")
    let last = tokens
    #expect(await refusal { try await fixture.refresh(last.refreshToken) } == "SESSION_EXPIRED")
  }

  @Test("A clock that is set back neither prolongs nor revives a session")
  func noRevival() async throws {
    try await fixture.claim()
    let first = try await fixture.logIn()
    let ends = try list(by: fixture.access(first.accessToken)).map(\.endsAt)
    fixture.pass(seconds: -60 * 86_400)
    let second = try await fixture.refresh(first.refreshToken)
    #expect(try list(by: fixture.access(second.accessToken)).map(\.endsAt) == ends)
    #expect(second.refreshExpiresAt == first.refreshExpiresAt)
    fixture.pass(seconds: 151 * 86_400)
    #expect(await refusal { try await fixture.refresh(second.refreshToken) } == "SESSION_EXPIRED")
    fixture.pass(seconds: -151 * 86_400)
    #expect(await refusal { try await fixture.refresh(second.refreshToken) } == "SESSION_EXPIRED")
    #expect(refusal { try fixture.resolve(second.accessToken) } == "SESSION_EXPIRED")
  }

  @Test("A session with a later expiry in its record still ends after ninety days")
  func forgedEnd() async throws {
    try await fixture.claim()
    let tokens = try await fixture.logIn()
    _ = try await fixture.write { tx in
      try AdminSchema.sessions.update(tokens.sessionId, in: &tx) {
        $0.session.expiresAt = $0.session.finalEnd.adding(.seconds(86_400))
      }
    }
    fixture.pass(seconds: 90 * 86_400)
    #expect(await refusal { try await fixture.refresh(tokens.refreshToken) } == "SESSION_EXPIRED")
  }

  @Test("A clock that is set back ends no session")
  func clockBack() async throws {
    try await fixture.claim()
    let first = try await fixture.logIn()
    let second = try await fixture.refresh(first.refreshToken)
    fixture.pass(seconds: -86_400)
    let third = try await fixture.refresh(second.refreshToken)
    #expect(third.refreshExpiresAt == second.refreshExpiresAt)
    #expect(try fixture.resolve(third.accessToken).principal.session == first.sessionId)
    #expect(try await fixture.refresh(first.refreshToken).refreshToken == second.refreshToken)
  }

  @Test("A token that was cut off or changed in any place is invalid")
  func tampering() async throws {
    try await fixture.claim()
    let tokens = try await fixture.logIn()
    for text in [tokens.accessToken, tokens.refreshToken] {
      let kind: SessionToken.Kind = text == tokens.accessToken ? .access : .refresh
      #expect(SessionToken(text, as: kind, AuthFixture.keys) != nil)
      for place in text.indices {
        var other = text
        other.replaceSubrange(place...place, with: text[place] == "1" ? "2" : "1")
        #expect(SessionToken(other, as: kind, AuthFixture.keys) == nil)
        #expect(SessionToken(String(text[..<place]), as: kind, AuthFixture.keys) == nil)
      }
      #expect(SessionToken(text + "0", as: kind, AuthFixture.keys) == nil)
      #expect(SessionToken(text, as: kind, AuthKeys([1])) == nil)
    }
    #expect(refusal { try fixture.resolve(tokens.refreshToken) } == "CREDENTIAL_INVALID")
    #expect(
      await refusal { try await fixture.refresh(tokens.accessToken) } == "REFRESH_TOKEN_INVALID")
  }

  @Test("A logout ends the session once, and its tokens stop working at once")
  func logOut() async throws {
    try await fixture.claim()
    let tokens = try await fixture.logIn()
    let ended = try await fixture.write { tx in
      try (0..<2).map { _ in
        try Sessions.logOut(tokens.refreshToken, keys: AuthFixture.keys, in: &tx).ended
      }
    }
    #expect(ended == [true, false])
    #expect(refusal { try fixture.resolve(tokens.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.refresh(tokens.refreshToken) } == "SESSION_ENDED")
  }

  @Test("A session is listed and ended only by its user or by a super admin")
  func own() async throws {
    let claimed = try await fixture.claim()
    let first = try await fixture.logIn(label: "one")
    let second = try await fixture.logIn(label: "two")
    let me = try fixture.access(first.accessToken)
    #expect(try list(by: me).map(\.label) == ["two", "one"])

    let admin = try fixture.access(claimed.adminKey)
    #expect(refusal { try list(of: claimed.userId, by: admin) } == "PERMISSION_DENIED")
    #expect(
      await refusal { try await revoke(second.sessionId, by: admin) } == "SESSION_NOT_FOUND")
    try await revoke(second.sessionId, by: me)
    #expect(try list(by: me).map(\.label) == ["one"])
    #expect(try list(by: me, includeEnded: true).map(\.endReason) == ["REVOKED", ""])
    #expect(await refusal { try await fixture.refresh(second.refreshToken) } == "SESSION_ENDED")
  }

  @Test(
    "A user keeps 100 sessions; a login replaces an ended one or else the one refreshed longest ago"
  )
  func bounded() async throws {
    let user = try await fixture.claim().userId
    let first = try await fixture.logIn()
    fixture.pass(seconds: 1)
    let second = try await fixture.logIn()
    fixture.pass(seconds: 1)
    let third = try await fixture.logIn()
    _ = try await fixture.write { tx in
      try (4...100).map { _ in try Sessions.begin(of: user, label: "", in: &tx) }
    }
    _ = try await fixture.refresh(first.refreshToken)
    _ = try await fixture.write { tx in
      try Sessions.logOut(third.refreshToken, keys: AuthFixture.keys, in: &tx)
    }

    _ = try await fixture.logIn()
    #expect(
      await refusal { try await fixture.refresh(third.refreshToken) } == "REFRESH_TOKEN_INVALID")
    #expect(refusal { try fixture.resolve(second.accessToken) } == nil)
    _ = try await fixture.logIn()
    #expect(refusal { try fixture.resolve(second.accessToken) } == "CREDENTIAL_INVALID")
    #expect(refusal { try fixture.resolve(first.accessToken) } == nil)
    #expect(try fixture.store.read { tx in try AdminSchema.sessions.count(in: tx) } == 100)
    #expect(try fixture.actions().filter { $0 == "session.forgotten" }.count == 2)
  }

  @Test("A new session is never the one that is forgotten, whatever the clock says")
  func boundedBackward() async throws {
    let user = try await fixture.claim().userId
    _ = try await fixture.write { tx in
      try (1...100).map { _ in try Sessions.begin(of: user, label: "", in: &tx) }
    }
    fixture.pass(seconds: -86_400)
    let tokens = try await fixture.logIn()
    #expect(refusal { try fixture.resolve(tokens.accessToken) } == nil)
  }

  private func list(
    of user: String = "", by access: Access, includeEnded: Bool = false
  ) throws -> [Session] {
    try fixture.store.read { tx in
      try Sessions.list(
        ListSessionsRequest(userId: user, includeEnded: includeEnded), by: access, in: tx
      ).data
    }
  }

  private func revoke(_ id: String, by access: Access) async throws {
    _ = try await fixture.write { tx in try Sessions.revoke(id, by: access, in: &tx) }
  }
}

/// Returns the reason of a refusal, or nil if nothing is refused.
func refusal<R>(_ body: () throws -> R) -> String? {
  do { _ = try body() } catch { return Status(describing: error).reason.rawValue }
  return nil
}

func refusal<R>(
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
) async -> String? {
  do { _ = try await body() } catch { return Status(describing: error).reason.rawValue }
  return nil
}
