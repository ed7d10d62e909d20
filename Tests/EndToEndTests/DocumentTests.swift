import Testing

@Suite("The commands in the documents", .timeLimit(.minutes(3)))
struct DocumentTests {
  private static let certificates = "Renew a certificate"

  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test("The five commands of the README print what it shows")
  func readme() async throws {
    try await shell.follow(Tour(document: "README.md", section: "Five commands"))
  }

  @Test("The five-minute tour prints what docs/tour.md shows")
  func tour() async throws {
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await shell.follow(Tour(document: "docs/tour.md", section: "A five-minute tour"))
    #expect(try await daemon.stop() == 0)
  }

  @Test(
    "HTTP clients get the responses that docs/http.md shows",
    arguments: try Tour.sections(of: "docs/http.md"))
  func http(section: String) async throws {
    try await shell.claim()
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await shell.follow(
      Tour(document: "docs/http.md", section: section), servedAt: shell.address())
    #expect(try await daemon.stop() == 0)
  }

  @Test(
    "The commands of scripts print what docs/automation.md shows",
    arguments: try Tour.sections(of: "docs/automation.md"))
  func automation(section: String) async throws {
    try await shell.claim()
    try await shell.follow(Tour(document: "docs/automation.md", section: section))
  }

  @Test(
    "The commands of operators print what docs/operations.md shows",
    arguments: try Tour.sections(of: "docs/operations.md").filter { $0 != certificates })
  func operations(section: String) async throws {
    try await shell.claim()
    try await shell.addGrace()
    try await shell.follow(Tour(document: "docs/operations.md", section: section))
  }

  @Test("A certificate is renewed as docs/operations.md shows")
  func certificate() async throws {
    try await shell.claim()
    let made = try await shell.bash(
      """
      set -e
      for new in "" new-; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
          -keyout ${new}key.pem -out ${new}cert.pem -subj /CN=localhost \
          -addext 'subjectAltName = IP:127.0.0.1' 2> /dev/null
      done
      """)
    try #require(made.status == 0, "\(made.errors)")
    let daemon = try await Daemon(
      shell, "--http", "127.0.0.1:0", "--tls-certificate", "cert.pem", "--tls-key", "key.pem")
    try await shell.follow(
      Tour(document: "docs/operations.md", section: Self.certificates), servedAt: shell.address())
    #expect(try await daemon.stop() == 0)
  }
}
