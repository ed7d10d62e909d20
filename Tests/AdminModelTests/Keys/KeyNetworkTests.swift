import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Keys that are limited to networks")
struct KeyNetworkTests {
  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  private func issue(_ networks: [String]) async throws -> MintedKey {
    let draft = IssueKeyRequest(
      workspaceId: fixture.workspace.id, name: "CI", allowedNetworks: networks)
    return try await fixture.base.write { [secrets = fixture.secrets] tx in
      try Keys.issue(draft, with: secrets, by: .unlimited, in: &tx)
    }
  }

  private func update(_ id: String, to networks: [String]) async throws -> ApiKey {
    try await fixture.base.write { tx in
      try Keys.update(
        UpdateKeyRequest(id: id, allowedNetworks: AllowedNetworks(ranges: networks)),
        by: .unlimited, in: &tx)
    }
  }

  private func isValid(_ secret: String, at place: String) throws -> Bool {
    let verdict = try fixture.base.store.read { tx in
      try Keys.verify(secret, at: place, with: fixture.secrets, by: .unlimited, in: tx)
    }
    if case .valid = verdict { return true }
    #expect(verdict == .invalid(.network))
    return false
  }

  @Test(
    "A key limited to networks works only from there, and never from an unknown address",
    arguments: [
      ("203.0.113.7", true), ("203.0.113.255", true), ("203.0.114.0", false), ("", false),
      ("::ffff:203.0.113.7", true), ("2001:db8::5", true), ("2001:db8:0:1::/64", true),
      ("2001:db9::5", false), ("198.51.100.1", true), ("198.51.100.2", false),
      // The caller may be anywhere in the range, and only a part of the range is allowed.
      ("203.0.0.0/16", false),
    ])
  func places(address: String, works: Bool) async throws {
    let key = try await issue(["203.0.113.0/24", "2001:db8::/32", "198.51.100.1"])
    #expect(try isValid(key.secret.text, at: address) == works)
  }

  @Test("A key keeps its networks in one form without repeats, so the same networks are no change")
  func normalForm() async throws {
    let key = try await issue(["203.0.113.9/24", "10.0.0.1/32", "203.0.113.0/24"]).key
    #expect(key.allowedNetworks == ["10.0.0.1", "203.0.113.0/24"])
    let same = try await update(key.id, to: ["203.0.113.255/24", "10.0.0.1"])
    #expect(same.etag == key.etag)
  }

  @Test("A key's new networks count from the next verification on")
  func changed() async throws {
    let key = try await issue(["203.0.113.0/24"])
    _ = try await update(key.key.id, to: ["198.51.100.0/24"])
    #expect(try !isValid(key.secret.text, at: "203.0.113.7"))
    #expect(try isValid(key.secret.text, at: "198.51.100.7"))
    _ = try await update(key.key.id, to: [])
    #expect(try isValid(key.secret.text, at: ""))
  }

  @Test(
    "A key with a malformed network, or with too many, is refused",
    arguments: [
      ([""], "MALFORMED_NETWORK"), (["10.0.0.0/33"], "MALFORMED_NETWORK"),
      (["10.0.0"], "MALFORMED_NETWORK"), (["example.com"], "MALFORMED_NETWORK"),
      (Array(repeating: "10.0.0.1", count: 51), "TOO_MANY"),
    ])
  func malformed(networks: [String], reason: String) async throws {
    let error = await #expect(throws: AdminError.self) { try await issue(networks) }
    #expect(violations(of: error) == ["allowed_networks": reason])
  }

  @Test("A registered key can't be limited to networks")
  func registered() async throws {
    let id = try await fixture.register().id
    let error = await #expect(throws: AdminError.self) {
      try await update(id, to: ["203.0.113.0/24"])
    }
    #expect(reason(of: error) == "KEY_NOT_ISSUED")
  }

  @Test("A verification with a malformed client address is refused")
  func malformedPlace() async throws {
    let secret = try await issue([]).secret.text
    let error = #expect(throws: AdminError.self) { try isValid(secret, at: "here") }
    #expect(violations(of: error) == ["client_address": "MALFORMED_ADDRESS"])
  }
}
