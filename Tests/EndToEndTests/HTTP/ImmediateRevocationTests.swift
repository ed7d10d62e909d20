import Foundation
import Testing

@Suite("Immediate revocation over HTTP, under load", .timeLimit(.minutes(3)))
struct ImmediateRevocationTests {
  @Test(
    "A request that begins after its admin key was revoked is refused, even after many successes")
  func adminKey() async throws {
    let site = try await TestInstallation()
    for number in 1...3 {
      let made = try await site.shell.object("admin-keys", "create", "Key-\(number)")
      let (id, secret) = try (
        #require((made["key"] as? [String: Any])?["id"] as? String),
        #require(made["secret"] as? String)
      )
      try await revoke(secret, by: "steward admin-keys revoke \(id)", on: site)
    }
    try await site.end()
  }

  @Test(
    "A request that begins after a logout or the revocation of its session is refused",
    arguments: ["logout", "revocation"])
  func session(_ end: String) async throws {
    let site = try await TestInstallation()
    let tokens = try await site.logIn()
    let ends = [
      "logout":
        "curl -sf \(site.url)/rpc/Auth/Logout -d @logout.json",
      "revocation": "steward auth revoke \(tokens["session_id"] ?? "")",
    ]
    let logout = site.shell.directory.appendingPathComponent("logout.json")
    try JSONEncoder().encode(["refresh_token": tokens["refresh_token"]]).write(to: logout)
    try await revoke(
      try #require(tokens["access_token"]), by: try #require(ends[end]), on: site)
    try await site.end()
  }

  private func revoke(_ credential: String, by command: String, on site: TestInstallation)
    async throws
  {
    let file = site.shell.directory.appendingPathComponent("credential")
    try Data(credential.utf8).write(to: file)
    let done = try await site.python(
      "http_clients/revoked.py", site.url, file.path, command)
    #expect(done.status == 0, "\(done.output)\(done.errors)")
  }
}
