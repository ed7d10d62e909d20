import Foundation
import Testing

/// `make fuzz-http` runs the same test for longer.
@Suite("Requests that schemathesis generates", .timeLimit(.minutes(30)))
struct MadeUpRequestTests {
  /// Excludes methods that never end, methods that make schemathesis wait for a deadline, methods
  /// whose requests have several lines, which schemathesis can't write, and the method that ends
  /// the caller's own session if its request is empty.
  private static let excluded =
    "^/v1/events$|/Watch$|/Logs$|Automation/(Apply|Import)$|Sessions/RevokeAll$"

  @Test(
    "Generated requests get only the described responses, and the credential survives them",
    arguments: [Holder.adminKey, .superAdmin])
  func conformance(_ holder: Holder) async throws {
    let site = try await TestInstallation()
    let credential = try await holder.credential(of: site)
    let longer = ProcessInfo.processInfo.environment["STEWARD_FUZZ_SECONDS"]
    let examples = longer == nil ? 2 : 1000
    // A generated credential beside the true one would make every request fail, and a generated
    // deadline would be missed.
    let outcome = try await site.shell.bash(
      """
      curl -sf \(site.url)/openapi.json -o openapi.json
      \(TestInstallation.python().replacing(/python$/, with: "schemathesis")) run openapi.json --url \(site.url) \
        --max-examples \(examples) --max-time \(longer ?? "30") --phases coverage,fuzzing \
        --checks not_a_server_error,status_code_conformance,content_type_conformance,\
      response_headers_conformance,response_schema_conformance \
        --exclude-path-regex '\(Self.excluded)' --request-timeout 60 \
        --generation-with-security-parameters false --generation-database none \
        --header 'authorization: Bearer \(credential)' --header 'steward-timeout: 50s' \
        --header 'anthropic-version: 2026-10-21'
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let cases = outcome.output.firstMatch(of: /([0-9]+) generated/)?.output.1 ?? ""
    #expect(Int(cases) ?? 0 > 0, "\(outcome.output)")
    let refused = outcome.output.firstMatch(of: /([0-9]+) operations returned only 401/)?.output.1
    #expect(Int(refused ?? "0") ?? 0 < 40, "\(outcome.output)")
    let me = try await site.shell.bash(
      """
      curl -sS -o me -w '%{http_code}' \(site.url)/auth/whoami \
        -H 'authorization: Bearer \(credential)'
      """)
    #expect(me.output == "200")
    try await site.end()
  }

  /// The caller on whose behalf the requests are made.
  enum Holder: String, CaseIterable {
    /// A caller that reaches everything in one organization.
    case adminKey
    /// A caller that reaches everything.
    case superAdmin

    fileprivate func credential(of site: TestInstallation) async throws -> String {
      switch self {
      case .adminKey: site.key
      case .superAdmin: try #require(try await site.logIn()["access_token"])
      }
    }
  }
}
