import AdminProtos
import ArgumentParser
import Foundation
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward auth")
struct AuthCommandTests {
  let recorder = Recorder()
  let home: URL

  init() {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-session-\(UUID().uuidString)")
  }

  private var file: URL { home.appendingPathComponent("steward/session.json") }

  private func session(input: String = "") -> StewardCommands.Session {
    var session = recorder.session(input: input)
    session.environment = ["XDG_STATE_HOME": home.path]
    return session
  }

  /// Runs a verb as the program does, with the caller that its options choose.
  private func run(_ verb: any CallingVerb, over auth: FakeAuth, input: String = "") async throws {
    let session = session(input: input)
    let base = InProcessChannel(ServiceRouter([auth]))
    let channel = try await verb.global.credential.channel(over: base, in: session)
    try await verb.run(over: channel, in: session)
  }

  private func logIn(_ auth: FakeAuth) async throws {
    try await run(
      LogIn.parse(["--email", "a@b", "--password-file", "-"]), over: auth, input: FakeAuth.password)
  }

  @Test("steward auth login saves its tokens for this user only, and shows people none of them")
  func login() async throws {
    try await logIn(FakeAuth())
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!(recorder.output + recorder.errors).contains("access-1"))
  }

  @Test("The tokens of a saved session are used with --session, and never otherwise")
  func useOfSession() async throws {
    let auth = FakeAuth()
    try await logIn(auth)
    try await run(WhoAmI.parse([]), over: auth)
    try await run(WhoAmI.parse(["--session"]), over: auth)
    #expect(auth.authorizations == [nil, "Bearer access-1"])
    #expect(auth.refreshes == 0)
  }

  @Test("An expired access token is refreshed before a call, and the new tokens are saved")
  func refreshing() async throws {
    let auth = FakeAuth(accessExpiry: 1)
    try await logIn(auth)
    try await run(WhoAmI.parse(["--session"]), over: auth)
    #expect(auth.authorizations == ["Bearer access-2"])
    #expect(try SavedSession(session().environment).load().refreshToken == "refresh-2")
  }

  @Test("A token from a file calls as its owner, and two callers at once are refused")
  func tokenFile() async throws {
    let auth = FakeAuth()
    try await run(WhoAmI.parse(["--token-file", "-"]), over: auth, input: "sk-key\n")
    #expect(auth.authorizations == ["Bearer sk-key"])
    #expect(throws: (any Error).self) { try WhoAmI.parse(["--token-file", "-", "--session"]) }
  }

  @Test("steward auth logout removes the tokens, and a call with --session is then refused")
  func logout() async throws {
    let auth = FakeAuth()
    try await logIn(auth)
    try await run(LogOut.parse([]), over: auth)
    #expect(!FileManager.default.fileExists(atPath: file.path))
    let error = await #expect(throws: Status.self) {
      try await run(WhoAmI.parse(["--session"]), over: auth)
    }
    #expect(error?.reason == "NO_SESSION")
  }

  @Test("A token that users reset-password shows is sent by auth reset-password")
  func resetPassword() async throws {
    let auth = FakeAuth()
    try await run(ResetUserPassword.parse(["user_1"]), over: auth)
    #expect(recorder.output.contains("token       \(FakeAuth.resetToken)\n"))
    #expect(
      recorder.errors == "Keep the token now: it is not stored, and won't be shown again.\n")

    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let file = home.appendingPathComponent("token")
    try Data("\(FakeAuth.resetToken)\n".utf8).write(to: file)
    try await run(
      ResetPassword.parse(["--reset-file", file.path, "--password-file", "-"]), over: auth,
      input: "a long new one\n")
    #expect(
      auth.resets == [
        ResetPasswordRequest(token: FakeAuth.resetToken, password: "a long new one")
      ])
    #expect(throws: (any Error).self) {
      try ResetPassword.parse(["--reset-file", "-", "--password-file", "-"])
    }
  }

  @Test("A session file that others can read or that is damaged is refused")
  func exposed() async throws {
    let auth = FakeAuth()
    try await logIn(auth)
    try Data("{".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let damaged = await #expect(throws: Status.self) {
      try await run(RefreshSession.parse([]), over: auth)
    }
    #expect(damaged?.reason == "SESSION_DAMAGED")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let exposed = await #expect(throws: Status.self) {
      try await run(RefreshSession.parse([]), over: auth)
    }
    #expect(exposed?.reason == "SESSION_EXPOSED")
    try FileManager.default.removeItem(at: home)
  }

  @Test("If a method requires the password again, the user types it and the call is repeated")
  func passwordAgain() async throws {
    let auth = FakeAuth()
    try await logIn(auth)
    auth.askForPassword()
    try await runShowingPassword(over: auth, isAttended: true)
    #expect(auth.confirmations == ["Bearer access-1"])
    #expect(auth.authorizations == ["Bearer access-1", "Bearer access-1"])
    #expect(recorder.errors.contains("Confirm your password: "))
  }

  @Test("Without a terminal, a call that requires the password fails until auth confirm sends it")
  func passwordAgainUnattended() async throws {
    let auth = FakeAuth()
    try await logIn(auth)
    auth.askForPassword()
    let refusal = await #expect(throws: Status.self) {
      try await runShowingPassword(over: auth, isAttended: false)
    }
    #expect(refusal?.reason == "PASSWORD_REQUIRED")
    try await run(
      ConfirmPassword.parse(["--session", "--password-file", "-"]), over: auth,
      input: FakeAuth.password)
    #expect(auth.confirmations == ["Bearer access-1"])
  }

  private func runShowingPassword(over auth: FakeAuth, isAttended: Bool) async throws {
    var session = session(input: FakeAuth.password + "\n")
    session.isAttended = isAttended
    let verb = try WhoAmI.parse(["--session"])
    let channel = try await verb.global.credential.channel(
      over: InProcessChannel(ServiceRouter([auth])), in: session)
    try await verb.runShowingPassword(over: channel, in: session)
  }

  @Test("Without a terminal, auth login does not ask for a password")
  func unattended() async throws {
    let error = await #expect(throws: UsageError.self) {
      try await run(LogIn.parse(["--email", "a@b"]), over: FakeAuth())
    }
    #expect(
      error?.description
        == "There is no terminal to ask for the password; add --password-file FILE|-.")
  }
}
