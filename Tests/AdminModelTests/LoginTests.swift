import AdminProtos
import Status
import Store
import StoreProtos
import Testing

@testable import AdminModel

@Suite("Logins")
struct LoginTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  private func wait(_ email: String = "ada@example.com") async -> Duration? {
    do {
      try await fixture.admit(email)
      return nil
    } catch {
      return Status(describing: error).retryDelay
    }
  }

  @Test("Five failed logins cost nothing, and then the wait doubles up to half a minute")
  func growing() async throws {
    try await fixture.claim()
    for _ in 0..<5 { #expect(await wait() == nil) }
    for seconds in [1, 2, 4, 8, 16, 30, 30, 30] {
      #expect(await wait() == .seconds(seconds))
      fixture.pass(seconds: Int64(seconds))
      #expect(await wait() == nil)
    }
  }

  @Test("The user who logs in is the actor of the login in the log")
  func actor() async throws {
    let user = try await fixture.claim().userId
    _ = try await fixture.logIn()
    let event = try fixture.store.read { tx in try tx.events(from: 1).last }
    #expect(event?.action == "session.created")
    #expect(event?.actor == "user/\(user)")
  }

  @Test("A login during the wait doesn't prolong it, so that an owner can't be locked out")
  func notProlonged() async throws {
    try await fixture.claim()
    for _ in 0..<6 { _ = await wait() }
    for _ in 0..<100 { #expect(await wait() == .seconds(1)) }
    fixture.pass(seconds: 1)
    _ = try await fixture.logIn()
    #expect(await wait() == nil)
  }

  @Test("An unknown address is throttled like a known one, and each address by itself")
  func unknown() async throws {
    try await fixture.claim()
    for _ in 0..<5 { #expect(await wait("unknown@example.com") == nil) }
    #expect(await wait("UNKNOWN@example.com") == .seconds(1))
    #expect(await wait() == nil)
  }

  @Test("A clock that was set back doesn't prolong the wait")
  func clockBack() async throws {
    try await fixture.claim()
    for _ in 0..<6 { _ = await wait() }
    fixture.pass(seconds: -86_400)
    #expect(await wait() == nil)
  }

  @Test("Old failed logins are forgotten when new ones are counted")
  func forgetting() async throws {
    for number in 0..<20 { #expect(await wait("a\(number)@example.com") == nil) }
    fixture.pass(seconds: 901)
    for number in 0..<10 { #expect(await wait("b\(number)@example.com") == nil) }
    let count = try fixture.store.read { tx in try AdminSchema.loginAttempts.count(in: tx) }
    // On this machine, failures are counted by address only.
    #expect(count == 10)
  }

  @Test("A password that changes during the comparison begins no session")
  func changedMeanwhile() async throws {
    let user = try await fixture.claim().userId
    let attempt = try await fixture.admit()
    try await fixture.write { tx in
      try Passwords.set("hash-2", of: user, isProven: true, in: &tx)
    }
    let reason = await refusal {
      try await fixture.write { tx in
        try Logins.succeed(attempt, label: "", keys: AuthFixture.keys, in: &tx)
      }
    }
    #expect(reason == "LOGIN_FAILED")
  }

  @Test("A failed login leaves no event and no address in the store")
  func unaudited() async throws {
    let before = try fixture.actions()
    _ = try await fixture.admit("unknown@example.com")
    #expect(try fixture.actions() == before)
  }
}
