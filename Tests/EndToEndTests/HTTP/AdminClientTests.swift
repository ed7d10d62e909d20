import Testing

/// Clients that were written for the vendor's Admin API, and know nothing of Steward but a base URL and a key.
@Suite("Clients of the Admin API", .timeLimit(.minutes(3)))
struct AdminClientTests {
  @Test(
    "The vendor's SDK does everything that the Admin API has, in both of its major versions",
    arguments: ["python", "python-sdk-1"])
  func sdk(_ environment: String) async throws {
    let site = try await Site()
    let done = try await site.python(
      "admin_client/admin_client.py", site.url, site.key, site.apiKey, in: environment)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }

  @Test("A script with an HTTP library alone does as well")
  func plain() async throws {
    let site = try await Site()
    let done = try await site.python("admin_client/plain_client.py", site.url, site.key)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
    try await site.end()
  }
}
