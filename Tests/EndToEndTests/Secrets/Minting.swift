import Foundation
import Testing

/// A life in which every kind of secret is minted, each in the one response that shows it.
struct Minting {
  let shell: Shell
  let witness: SecretScanner
  /// The secrets as their owners have them, by name.
  private(set) var texts: [String: String] = [:]

  private static let ada = "ada@acme.example"
  private static let grace = "grace@acme.example"
  private static let registered = "apikey_01Rj2N8SVvo6BePZj99NhmiT"

  init(_ shell: Shell, _ witness: SecretScanner) {
    self.shell = shell
    self.witness = witness
  }

  mutating func run() async throws {
    let code = try await output(of: ["auth", "begin-claim"], input: "")["code"] as? String
    witness.keep(Array(try #require(code).utf8), as: "claim code")
    try await claim()
    try await mintCredentials()
    try await mintKeys()
    try await changePasswords()
    try await apply()
    let masterKey = try Data(contentsOf: shell.data.appendingPathComponent("master.key"))
    witness.keep(Array(masterKey), as: "master key")
    texts["master key in hex"] = masterKey.map { String(format: "%02x", $0) }.joined()
    texts["master key in base64"] = masterKey.base64EncodedString()
  }

  /// Claims the installation.
  mutating func claim() async throws {
    try await mint(
      ["admin_key": "first admin key"],
      "init", "--org", "Acme", "--name", "Ada", "--email", Self.ada, "--password-file", "-",
      input: choose("password"))
  }

  private mutating func mintCredentials() async throws {
    try await mint(
      ["access_token": "access token", "refresh_token": "refresh token"],
      "auth", "login", "--email", Self.ada, "--password-file", "-",
      input: texts["password"] ?? "")
    try await mint(
      ["access_token": "second access token", "refresh_token": "second refresh token"],
      "auth", "refresh")
    try await mint(["secret": "admin key"], "admin-keys", "create", "CI")
    try await mint(["secret": "revoked admin key"], "admin-keys", "create", "Old")
    let keys = try await shell.steward("admin-keys", "list", "--limit", "1", "-o", "id").lines
    try await see("admin-keys", "revoke", keys.first ?? "")
  }

  private mutating func mintKeys() async throws {
    let issued = try await mint(["secret": "issued key"], "keys", "issue", "CI")
    let id = try #require((issued["key"] as? [String: Any])?["id"] as? String)
    try await mint(["secret": "rotated key"], "keys", "rotate", id, "--overlap", "1h")
    let old = try await mint(["secret": "revoked key"], "keys", "issue", "Old")
    let oldID = try #require((old["key"] as? [String: Any])?["id"] as? String)
    try await see("keys", "revoke", oldID)

    let value = choose("registered value", prefix: "sk-ant-api03-")
    try await see("keys", "register", Self.registered, "--value-file", "-", input: value)
    let revealed = try await shell.object("keys", "reveal", Self.registered)
    #expect(revealed["value"] as? String == value)
  }

  private mutating func changePasswords() async throws {
    try await mint(
      ["token": "invite token"], "users", "invite", Self.grace, "--role", "developer")
    let invite = try file("invite", texts["invite token"])
    try await see(
      "invites", "accept", "--invite-file", invite, "--name", "Grace", "--password-file", "-",
      input: choose("accepting password"))
    try await see(
      "auth", "password", "--session", "--password-file", try file("former", texts["password"]),
      "--new-password-file", "-", input: choose("changed password"))
    try await see(
      "recover", "--email", Self.grace, "--password-file", "-",
      input: choose("recovered password"))
    let grace = try await shell.steward("users", "list", "--limit", "1", "-o", "id").lines
    try await mint(["token": "reset token"], "users", "reset-password", grace.first ?? "")
    try await see(
      "auth", "reset-password", "--reset-file", try file("reset", texts["reset token"]),
      "--password-file", "-", input: choose("reset password"))
    try await mint(["token": "pending invite token"], "users", "invite", "joan@acme.example")
  }

  /// Applies a manifest with keys and an invite. A plan of it shows no secrets.
  private mutating func apply() async throws {
    let manifest = """
      - {kind: invite, organization: Acme, email: bob@acme.example, role: user}
      - {kind: key, organization: Acme, name: Applied}
      - kind: key
        organization: Acme
        id: apikey_02Rj2N8SVvo6BePZj99NhmiT
        value: \(choose("applied value", prefix: "sk-ant-api03-"))
      """
    try await see("apply", "-f", "-", "--plan", "-o", "json", input: manifest)
    let applied = try await output(of: ["apply", "-f", "-"], input: manifest)
    for result in try #require(applied["results"] as? [[String: Any]]) {
      guard let text = result["secret"] as? String, !text.isEmpty else { continue }
      keep(text, as: "applied \(result["kind"] ?? "")")
    }
    try await see("apply", "-f", "-", "-o", "json", input: manifest)
  }

  /// Returns a secret that its owner chooses.
  private mutating func choose(_ name: String, prefix: String = "") -> String {
    let text = prefix + "Pw" + UUID().uuidString.replacing("-", with: "")
    keep(text, as: name)
    return text
  }

  private mutating func keep(_ text: String, as name: String) {
    texts[name] = text
    witness.keep(text, as: name)
  }

  /// Runs a command that mints secrets. Only its response may show them.
  @discardableResult
  private mutating func mint(
    _ fields: [String: String], _ arguments: String..., input: String = ""
  ) async throws -> [String: Any] {
    let object = try await output(of: arguments, input: input)
    for (field, name) in fields { keep(try #require(object[field] as? String), as: name) }
    return object
  }

  /// Returns the response of a command, which may show secrets. Its standard error must show none.
  private func output(of arguments: [String], input: String) async throws -> [String: Any] {
    let outcome = try await shell.run(arguments + ["-o", "json"], input: input)
    try #require(outcome.status == 0, "\(outcome.errors)")
    witness.see(outcome.errors, in: "what \(arguments[0]) says beside")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Runs a command that takes secrets and shows none.
  private func see(_ arguments: String..., input: String = "") async throws {
    let outcome = try await shell.run(arguments, input: input)
    try #require(outcome.status == 0, "\(outcome.errors)")
    witness.see(outcome.output + outcome.errors, in: arguments.joined(separator: " "))
  }

  /// Writes a file outside the data directory, where people keep secrets, and returns its path.
  private func file(_ name: String, _ text: String?) throws -> String {
    let file = shell.directory.appendingPathComponent(name)
    try Data((text ?? "").utf8).write(to: file)
    return file.path
  }
}
