import Testing

@Suite("HTTPS", .timeLimit(.minutes(2)))
struct TLSTests {
  private let shell: Shell

  /// Creates a certificate for this machine, with its key, and another key.
  init() async throws {
    shell = try Shell()
    let made = try await shell.bash(
      """
      set -e
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
        -keyout key.pem -out cert.pem -subj /CN=localhost \
        -addext 'subjectAltName = IP:127.0.0.1, DNS:localhost' 2> /dev/null
      openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out other.pem
      chmod 600 key.pem other.pem
      echo nothing > nothing.pem; chmod 600 nothing.pem
      """)
    try #require(made.status == 0, "\(made.errors)")
  }

  @Test("Clients that trust the certificate get responses, and browsers keep their session")
  func known() async throws {
    let site = try await TestInstallation(
      in: shell, "--tls-certificate", "cert.pem", "--tls-key", "key.pem")
    let curl = try await shell.bash(
      """
      curl -sS --cacert cert.pem \(site.url)/v1/organizations/me \
        -H 'x-api-key: \(site.key)' -H 'anthropic-version: 2023-06-01'
      """)
    #expect(curl.output.contains(#""type":"organization","name":"Acme""#), "\(curl.errors)")
    let requests = try await site.python(
      "http_clients/browser.py", site.url, "cert.pem", "password")
    #expect(requests.status == 0, "\(requests.output)\(requests.errors)")
    try await site.end()
  }

  @Test(
    "Clients that do not trust the certificate or use an old TLS fail, and plain HTTP gets an error"
  )
  func unknown() async throws {
    let site = try await TestInstallation(
      in: shell, "--tls-certificate", "cert.pem", "--tls-key", "key.pem")
    let plain = site.url.replacing("https:", with: "http:")
    let outcome = try await shell.bash(
      """
      curl -s -o /dev/null \(site.url)/healthz; echo "unknown $?"
      curl -s -o /dev/null --cacert cert.pem --tls-max 1.1 \(site.url)/healthz || echo old
      curl -s -w ' %{http_code}\n' \(plain)/v1/organizations/me -H 'x-api-key: \(site.key)'
      curl -s --cacert cert.pem \(site.url)/healthz
      """)
    let sentence = "This port speaks HTTPS, but the request is plain HTTP. Use https:// instead."
    #expect(
      outcome.output == """
        unknown 60
        old
        {"type":"error","error":{"type":"invalid_request_error","message":"\(sentence)"}} 400
        {"status":"ok"}
        """)
    try await site.end()
  }

  @Test("Unusable TLS files are refused at the start, with their names and the remedy")
  func useless() async throws {
    let refusals: [(certificate: String, key: String, words: [String])] = [
      ("cert.pem", "other.pem", ["cert.pem", "other.pem", "belong together"]),
      ("cert.pem", "nothing.pem", ["nothing.pem", "--tls-key"]),
      ("nothing.pem", "key.pem", ["nothing.pem", "--tls-certificate"]),
      ("cert.pem", "missing.pem", ["missing.pem", "There is no file"]),
    ]
    for (certificate, key, words) in refusals { try await refuse(certificate, key, naming: words) }
  }

  @Test(
    "A TLS key that others can use or replace is refused with a remedy",
    arguments: [
      ("chmod 640 key.pem", "chmod go="), ("chmod 604 key.pem", "chmod go="),
      ("mkdir open; mv key.pem open; chmod 777 open; ln -s open/key.pem key.pem", "chmod go-w"),
    ])
  func exposed(mistake: String, remedy: String) async throws {
    _ = try await shell.bash(mistake)
    try await refuse("cert.pem", "key.pem", naming: [remedy, "key.pem"])
  }

  private func refuse(
    _ certificate: String, _ key: String, naming words: [String]
  ) async throws {
    let refused = try await shell.steward(
      "serve", "--http", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key)
    #expect(refused.status != 0)
    for word in words { #expect(refused.errors.contains(word), "\(refused.errors)") }
    #expect(!refused.errors.contains("BEGIN"))
  }
}
