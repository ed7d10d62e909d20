import Foundation
import Testing

/// An installation that is served over HTTP: the organization Acme with its admin Ada, the user
/// Bob, and one API key.
struct TestInstallation {
  static let password = "correct horse battery staple"

  let shell: Shell
  let url: String
  /// The secret of an admin key.
  let key: String
  let keyID: String
  /// The id of an API key.
  let apiKey: String
  private let daemon: Daemon

  /// - Parameter arguments: The arguments of `steward serve` besides the address.
  init(in shell: Shell? = nil, _ arguments: String...) async throws {
    let shell = try shell ?? Shell()
    let outcome = try await shell.bash(
      """
      set -e
      echo '\(Self.password)' > password
      steward init --org Acme --name Ada --email ada@example.com --password-file password \
        --output json | grep -oE 'sk-stw-admin01-[A-Za-z0-9]*|adminkey_[A-Za-z0-9]*'
      steward users add bob@example.com --name Bob --role user > /dev/null
      steward keys issue First --output id
      """)
    try #require(outcome.lines.count == 3, "\(outcome.output)\(outcome.errors)")
    let made = outcome.lines
    key = try #require(made.first { $0.hasPrefix("sk-") })
    keyID = try #require(made.first { $0.hasPrefix("adminkey_") })
    apiKey = made[2]
    daemon = try await Daemon(shell, ["--http", "127.0.0.1:0"] + arguments)
    let status = try await shell.steward("status", "--output", "json").output
    let address = try #require(status.firstMatch(of: #/127\.0\.0\.1:[0-9]+/#)?.output)
    let isSecure = arguments.contains("--tls-key")
    url = "\(isSecure ? "https" : "http")://\(address)"
    self.shell = shell
  }

  /// Begins a session for Ada, over HTTP without TLS, and returns its tokens.
  func logIn() async throws -> [String: String] {
    let login = #"{"email": "ada@example.com", "password": "\#(Self.password)"}"#
    let response = try await shell.bash("curl -sf \(url)/rpc/Auth/Login -d '\(login)'")
    return try JSONDecoder().decode([String: String].self, from: Data(response.output.utf8))
  }

  /// Runs a script of the fixtures in a Python environment that `make dev-deps` creates.
  func python(
    _ script: String, _ arguments: String..., in environment: String = "python"
  ) async throws -> Outcome {
    try await shell.bash(
      ([Self.python(environment), Self.script(script)] + arguments).joined(separator: " "))
  }

  static func python(_ environment: String = "python") -> String {
    "\(Installation.checkout.path)/.build/\(environment)/bin/python"
  }

  static func script(_ name: String) -> String {
    "\(Installation.checkout.path)/Tests/Fixtures/python/\(name)"
  }

  /// Stops the daemon, which must not have failed before.
  func end() async throws {
    #expect(try await daemon.stop() == 0)
  }
}
