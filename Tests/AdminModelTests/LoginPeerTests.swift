import AdminProtos
import Store
import Testing

@testable import AdminModel

/// The attack: an attacker kept sending wrong passwords for the owner's address, and kept the owner
/// out. Of 25 right logins in 75 s, none succeeded.
@Suite("Logins while others guess")
struct LoginPeerTests {
  private static let home = "192.0.2.1"
  private static let attacker = "198.51.100.1"

  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  /// Returns the address of one of many peers.
  private static func peer(_ number: Int) -> String { "203.0.\(number / 256).\(number % 256)" }

  private func isLetIn(from peer: String) async -> Bool {
    (try? await fixture.logIn(from: peer)) != nil
  }

  @Test("An owner from another peer than the guesses can log in each time")
  func oneAttacker() async throws {
    try await fixture.claim()
    var letIn = 0
    for _ in 0..<25 {
      await fixture.guess(from: Self.attacker, times: 10)
      if await isLetIn(from: Self.home) { letIn += 1 }
      await fixture.guess(from: Self.attacker, times: 10)
      fixture.pass(seconds: 3)
    }
    #expect(letIn == 25)
  }

  @Test("An owner can log in from a known peer, however many peers guess")
  func manyAttackers() async throws {
    try await fixture.claim()
    try await fixture.logIn(from: Self.home)
    for number in 0..<150 { await fixture.guess(from: Self.peer(number)) }
    var letIn = 0
    for _ in 0..<25 {
      for number in 0..<10 { await fixture.guess(from: Self.peer(number)) }
      if await isLetIn(from: Self.home) { letIn += 1 }
      fixture.pass(seconds: 3)
    }
    #expect(letIn == 25)
  }

  @Test("Guesses from many peers are slowed down, and so is an owner from a new peer")
  func manyGuesses() async throws {
    try await fixture.claim()
    var admitted = 0
    for number in 0..<150 where (try? await fixture.admit(from: Self.peer(number))) != nil {
      admitted += 1
    }
    #expect(admitted == 100)
    #expect(await !isLetIn(from: Self.home))
    fixture.pass(seconds: 30)
    #expect(await isLetIn(from: Self.home))
  }

  @Test("An owner's successful login doesn't reset the wait of the guessing peers")
  func successFreesNobody() async throws {
    try await fixture.claim()
    try await fixture.logIn(from: Self.home)
    await fixture.guess(from: Self.attacker, times: 5)
    for number in 0..<150 { await fixture.guess(from: Self.peer(number)) }
    #expect(await isLetIn(from: Self.home))
    #expect((try? await fixture.admit(from: Self.attacker)) == nil)
    #expect((try? await fixture.admit(from: Self.peer(999))) == nil)
  }

  @Test("A peer that tries many addresses is slowed down, but not for a user known from there")
  func spraying() async throws {
    try await fixture.claim()
    try await fixture.logIn(from: Self.attacker)
    var admitted = 0
    for number in 0..<60 {
      let attempt = try? await fixture.admit("user\(number)@example.com", from: Self.attacker)
      if attempt != nil { admitted += 1 }
    }
    #expect(admitted == 50)
    #expect(await isLetIn(from: Self.attacker))
    #expect((try? await fixture.admit("other@example.com", from: Self.home)) != nil)
  }

  @Test("Guesses over the network never slow down a login on this machine")
  func thisMachine() async throws {
    try await fixture.claim()
    await fixture.guess(from: Self.attacker, times: 100)
    for number in 0..<150 { await fixture.guess(from: Self.peer(number)) }
    #expect(await isLetIn(from: ""))
  }

  @Test("The newest eight peers of a user are remembered for ninety days")
  func remembered() async throws {
    let user = try await fixture.claim().userId
    for number in 0..<9 { try await fixture.logIn(from: Self.peer(number)) }
    try await fixture.logIn(from: Self.peer(1))
    let record = try fixture.store.read { tx in try AdminSchema.loginPeers.get(user, in: tx) }
    #expect(record?.record.peers.count == 8)
    for number in 20..<140 { await fixture.guess(from: Self.peer(number)) }
    #expect(await isLetIn(from: Self.peer(1)))
    #expect(await !isLetIn(from: Self.peer(0)))
    fixture.pass(seconds: 91 * 86_400)
    for number in 20..<140 { await fixture.guess(from: Self.peer(number)) }
    #expect(await !isLetIn(from: Self.peer(1)))
  }

  @Test("A peer is recorded in no event, and only as a hash in the store")
  func unreadable() async throws {
    let user = try await fixture.claim().userId
    let claimed = try fixture.actions().count
    try await fixture.logIn(from: Self.home)
    #expect(try fixture.actions().count == claimed + 1)  // The event of the session.
    let record = try fixture.store.read { tx in try AdminSchema.loginPeers.get(user, in: tx) }
    let peer = try #require(record?.record.peers.first)
    #expect(peer.hash_.count == 32)
  }
}
