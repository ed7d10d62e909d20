import AdminProtos
import ArgumentParser
import IPC
import Testing

@testable import StewardCommands

@Suite("The commands about sessions, profiles and claim codes")
struct SessionCommandTests {
  let recorder = Recorder()
  let auth = FakeAuth()
  let sessions = FakeSessions()

  private func run(_ verb: any CallingVerb) async throws {
    let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme")])
    let channel = InProcessChannel(ServiceRouter([auth, sessions, orgs]))
    try await verb.run(over: channel, in: recorder.session())
  }

  @Test("steward auth revoke ends one session, the others or all, and takes only one of these")
  func revoke() async throws {
    try await run(RevokeSession.parse(["session_1", "-o", "id"]))
    try await run(RevokeSession.parse(["--others", "-o", "id"]))
    try await run(RevokeSession.parse(["--all"]))
    #expect(sessions.methods == ["Revoke", "RevokeOthers", "RevokeAll"])
    #expect(sessions.signOuts == [RevokeAllSessionsRequest()])
    for line in [[], ["--others", "--all"], ["session_1", "--all"]] {
      #expect(throws: (any Error).self) { try RevokeSession.parse(line) }
    }
  }

  @Test("steward auth sessions of a caller who is no user names the options to give")
  func sessionsOfNobody() async throws {
    let error = await #expect(throws: UsageError.self) { try await run(ListSessions.parse([])) }
    #expect(error?.description.contains("--session") == true)
    #expect(error?.description.contains("--user ID") == true)
    try await run(ListSessions.parse(["--user", "user_1"]))
  }

  @Test("steward users sign-out sends the only organization, or none for a super admin")
  func signOut() async throws {
    try await run(SignOutUser.parse(["user_2"]))
    auth.promote()
    try await run(SignOutUser.parse(["user_2"]))
    try await run(SignOutUser.parse(["user_2", "--org", "other"]))
    #expect(
      sessions.signOuts.map(\.organizationId) == [UsersCommandTests.acme, "", "other"])
    #expect(sessions.signOuts.allSatisfy { $0.userId == "user_2" })
  }

  @Test("steward auth profile shows the profile, and changes only the fields that are given")
  func profile() async throws {
    try await run(ShowProfile.parse([]))
    #expect(recorder.output.contains("language"))
    #expect(auth.profiles == [])
    try await run(ShowProfile.parse(["--theme", "dark", "--language", ""]))
    #expect(auth.profiles == [UpdateProfileRequest(language: "", theme: "dark")])
  }

  @Test(
    "steward auth begin-claim prints the code and when it expires, and notes that it is kept nowhere"
  )
  func beginClaim() async throws {
    try await run(BeginClaim.parse([]))
    #expect(recorder.output.contains(FakeAuth.claimCode))
    #expect(recorder.output.contains("2026-01-02T03:04:05Z"))
    #expect(
      recorder.errors == "Keep the code now: it is not stored, and won't be shown again.\n")
  }
}
