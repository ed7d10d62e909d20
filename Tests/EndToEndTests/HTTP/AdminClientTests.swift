import Testing

/// Clients that were written for the vendor's Admin API. They know nothing of Steward except a base
/// URL and a key.
@Suite("Clients of the Admin API", .timeLimit(.minutes(3)))
struct AdminClientTests {
  @Test(
    "Both major versions of the vendor's SDK can do everything that the Admin API has",
    arguments: ["python", "python-sdk-1"])
  func sdk(_ environment: String) async throws {
    let site = try await TestInstallation()
    let done = try await site.python(
      "admin_client/admin_client.py", site.url, site.key, site.apiKey, in: environment)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }

  @Test("A script with only an HTTP library can use the Admin API")
  func plain() async throws {
    let site = try await TestInstallation()
    let done = try await site.python("admin_client/plain_client.py", site.url, site.key)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }

  @Test("An API key gets a permission error, and a revoked one is as unknown as any other")
  func apiKey() async throws {
    let site = try await TestInstallation()
    let outcome = try await site.shell.bash(
      """
      set -e
      steward keys issue Second --output json > key
      secret=$(grep -o 'sk-stw-[A-Za-z0-9]*"' key | tr -d '"')
      ask() { curl -s \(site.url)/v1/organizations/me -H 'anthropic-version: 2026-10-21' \
        -H "x-api-key: $1" -w ' %{http_code}\n' | grep -oE '[a-z]+_error|[0-9]+$'; }
      ask $secret
      steward keys revoke $(grep -o 'apikey_[A-Za-z0-9]*' key) > /dev/null
      ask $secret
      """)
    #expect(
      outcome.lines == ["permission_error", "403", "authentication_error", "401"],
      "\(outcome.output)\(outcome.errors)")
    try await site.end()
  }
}
