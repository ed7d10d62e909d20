import Foundation
import Testing

@Suite("First run and logins")
struct AuthTests {
  private static let password = "correct horse battery"

  @Test("An installation works from init to recovery without a terminal", arguments: [false, true])
  func life(withDaemon: Bool) async throws {
    let shell = try Shell()
    let daemon = withDaemon ? try await Daemon(shell) : nil
    let claimed = try await initialize(shell)
    let organization = try #require(claimed["organization_id"] as? String)
    let key = try #require(claimed["admin_key"] as? String)

    let again = try await initialization(shell)
    #expect(again.status == 19)
    #expect(again.errors.contains("already claimed"))

    _ = try await logIn(shell, Self.password)
    let me = try await shell.object("auth", "whoami", "--session")
    #expect(me["id"] as? String == claimed["user_id"] as? String)
    #expect(me["super_admin"] as? Bool == true)
    let refreshed = try await shell.object("auth", "refresh")
    #expect(refreshed["session_id"] as? String == me["session_id"] as? String)

    let token = shell.directory.appendingPathComponent("key")
    try Data(key.utf8).write(to: token)
    let seen = try await shell.steward("orgs", "list", "-o", "id", "--token-file", token.path)
    #expect(seen.lines == [organization])
    let denied = try await shell.steward("orgs", "create", "Evil", "--token-file", token.path)
    #expect(denied.status == 17)
    let confirm = ["auth", "confirm", "--session", "--password-file", "-"]
    #expect(try await shell.run(confirm, input: "a wrong password").status == 26)
    #expect(try await shell.run(confirm, input: Self.password).status == 0)
    #expect(try await shell.steward("export", "--session").status == 0)
    let revealed = try await shell.steward(
      "keys", "reveal", "apikey_" + String(repeating: "x", count: 24), "--token-file", token.path)
    #expect(revealed.status == 17 && revealed.errors.contains("recently confirmed password"))
    let named = try await shell.steward("call", "Orgs/List", "--token-file", token.path)
    #expect(named.status == 0, "\(named.errors)")
    let many = try await shell.steward(
      "batch", "--token-file", token.path, input: #"{"method": "Orgs/List"}"#)
    #expect(many.status == 0, "\(many.output)")

    let recovered = try await shell.run(
      ["recover", "--email", "ada@example.com", "--password-file", "-"], input: "a new long one")
    #expect(recovered.status == 0, "\(recovered.errors)")
    #expect(try await shell.steward("auth", "whoami", "--session").status == 26)
    #expect(try await logIn(shell, Self.password).status == 26)
    #expect(try await logIn(shell, "a new long one").status == 0)
    if let daemon { #expect(try await daemon.stop() == 0) }
  }

  @Test(
    "An added user logs in with a password that they set by a token, and no event has the token")
  func firstPassword() async throws {
    let shell = try Shell()
    let organization = try #require(try await initialize(shell)["organization_id"] as? String)
    let bob = try await shell.id(
      "users", "add", "bob@example.com", "--org", organization, "--name", "Bob")
    let token = try #require(
      try await shell.object("users", "reset-password", bob)["token"] as? String)
    let file = shell.directory.appendingPathComponent("token")
    try Data(token.utf8).write(to: file)
    let choose = ["auth", "reset-password", "--reset-file", file.path, "--password-file", "-"]
    let short = try await shell.run(choose, input: "short")
    #expect(short.errors.contains("12 to 256 characters"))
    let chosen = try await shell.run(choose, input: "a long one of his own")
    #expect(chosen.status == 0, "\(chosen.errors)")
    let again = try await shell.run(choose, input: "a long one of another")
    #expect(again.status == 19)
    #expect(again.errors.contains("was already used"))
    let login = try await shell.run(
      ["auth", "login", "--email", "bob@example.com", "--password-file", "-"],
      input: "a long one of his own")
    #expect(login.status == 0, "\(login.errors)")
    let events = try await shell.steward("watch", "--from", "1", "--once", "-o", "jsonl").output
    #expect(events.contains("password_reset.used") && !events.contains(token))
  }

  private func initialization(_ shell: Shell) async throws -> Outcome {
    try await shell.run(
      [
        "init", "--org", "Acme", "--name", "Ada", "--email", "ada@example.com",
        "--password-file", "-", "--output", "json",
      ], input: Self.password + "\n")
  }

  private func initialize(_ shell: Shell) async throws -> [String: Any] {
    let outcome = try await initialization(shell)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  @discardableResult
  private func logIn(_ shell: Shell, _ password: String) async throws -> Outcome {
    try await shell.run(
      ["auth", "login", "--email", "ada@example.com", "--password-file", "-"], input: password)
  }
}
