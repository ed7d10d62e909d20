import Foundation
import Testing

/// Clients that were written for the vendor's Admin API, and know nothing of Steward but a base URL and a key.
@Suite("Clients of the Admin API", .timeLimit(.minutes(3)))
struct AdminClientTests {
  @Test(
    "The vendor's SDK does everything that the Admin API has, in both of its major versions",
    arguments: ["python", "python-sdk-1"])
  func sdk(_ environment: String) async throws {
    let site = try await AdminSite()
    let done = try await site.run(environment, "admin_client.py", site.url, site.key, site.apiKey)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }

  @Test("A script with an HTTP library alone does as well")
  func plain() async throws {
    let site = try await AdminSite()
    let done = try await site.run("python", "plain_client.py", site.url, site.key)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }
}

/// A served installation: Acme with its admin Ada, Bob, and one API key.
private struct AdminSite {
  let url: String
  let key: String
  let apiKey: String
  private let shell: Shell
  private let daemon: Daemon

  init() async throws {
    let shell = try Shell()
    let outcome = try await shell.bash(
      """
      set -e
      echo 'correct horse battery staple' > password
      steward init --org Acme --name Ada --email ada@example.com --password-file password \
        --output json | grep -o 'sk-stw-admin01-[A-Za-z0-9]*'
      steward users add bob@example.com --name Bob --role user > /dev/null
      steward keys issue First --output id
      """)
    try #require(outcome.lines.count == 2, "\(outcome.output)\(outcome.errors)")
    (key, apiKey) = (outcome.lines[0], outcome.lines[1])
    daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    let status = try await shell.steward("status", "--output", "json").output
    let address = try #require(status.firstMatch(of: #/127\.0\.0\.1:[0-9]+/#)?.output)
    url = "http://\(address)"
    self.shell = shell
  }

  /// Runs a script of the fixtures in a Python environment that `make dev-deps` makes.
  func run(_ environment: String, _ script: String, _ arguments: String...) async throws -> Outcome
  {
    let root = Installation.checkout.path
    let command = [
      "\(root)/.build/\(environment)/bin/python",
      "\(root)/Tests/Fixtures/python/admin_client/\(script)",
    ]
    return try await shell.bash((command + arguments).joined(separator: " "))
  }

  func end() async throws {
    #expect(try await daemon.stop() == 0)
  }
}
