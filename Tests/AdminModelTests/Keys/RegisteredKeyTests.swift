import AdminProtos
import Status
import Store
import StoreProtos
import Testing

@testable import AdminModel

@Suite("Registered keys")
struct RegisteredKeyTests {
  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  private func reveal(_ id: String, by access: Access = .unlimited) async throws -> String {
    try await fixture.base.write { [secrets = fixture.secrets] tx in
      try Keys.reveal(id, with: secrets, by: access, in: &tx)
    }
  }

  private func refusal(_ body: () async throws -> ApiKey) async -> String {
    do {
      _ = try await body()
      return "accepted"
    } catch {
      return violations(of: error).values.first ?? reason(of: error) ?? ""
    }
  }

  @Test("A registered key needs only its id and value, and its hint is its name")
  func registered() async throws {
    let key = try await fixture.register()
    #expect(key.kind == "registered" && key.name == "sk-ant-api03-R2D...igAA")
    #expect(key.partialKeyHint == "sk-ant-api03-R2D...igAA")
    #expect(try fixture.verify(KeyFixture.value) == "VALID")
  }

  @Test("A verification finds a registered key for a caller who may verify it")
  func verified() async throws {
    let id = try await fixture.register().id
    let place = fixture.organization.id
    func verdict(of organization: String, by access: Access) throws -> KeyVerification {
      try fixture.base.store.read { tx in
        try Keys.verify(
          KeyFixture.value, organization: organization, with: fixture.secrets, by: access, in: tx)
      }
    }
    guard case .valid(let record) = try verdict(of: place, by: fixture.access(.admin)) else {
      Issue.record("it isn't found")
      return
    }
    #expect(record.id == id && record.organizationId == place)
    let other = try await fixture.base.organization("Other").id
    #expect(try verdict(of: other, by: .unlimited) == .invalid(.malformed))
    // There are two organizations now, so an empty organization is ambiguous.
    #expect(try verdict(of: "", by: .unlimited) == .invalid(.malformed))
    #expect(try verdict(of: "", by: fixture.access(.developer)) == .valid(record))
    #expect(try verdict(of: place, by: fixture.access(.user)) == .invalid(.malformed))
    try await fixture.revoke(id)
    #expect(try verdict(of: place, by: .unlimited) == .invalid(.archived))
  }

  @Test("A registered value is revealed unchanged, with an event of the caller each time")
  func reveals() async throws {
    let id = try await fixture.register().id
    #expect(try await reveal(id) == KeyFixture.value)
    #expect(try await reveal(id) == KeyFixture.value)
    let events = try fixture.base.store.events(from: 1).filter { $0.action == "api_key.revealed" }
    #expect(events.map(\.resource) == [id, id] && events.allSatisfy { !$0.actor.isEmpty })
  }

  @Test("A registered value is revealed only to a caller with the permission")
  func revealDenied() async throws {
    let id = try await fixture.register().id
    await #expect(throws: AdminError.self) { try await reveal(id, by: fixture.access(.developer)) }
    #expect(try await reveal(id, by: fixture.access(.admin)) == KeyFixture.value)
    let issued = try await fixture.issue().key.id
    let error = await #expect(throws: AdminError.self) { try await reveal(issued) }
    #expect(reason(of: error) == "KEY_NOT_REGISTERED")
  }

  @Test("A sealed value can't be opened for another key")
  func bound() async throws {
    let record = try fixture.record(try await fixture.register().id)
    #expect(throws: StoreError.self) {
      try fixture.secrets.open(record.sealedValue, of: "apikey_other")
    }
    #expect(throws: StoreError.self) {
      try KeySecrets([UInt8](repeating: 9, count: 32)).open(record.sealedValue, of: record.key.id)
    }
  }

  @Test(
    "A value that contradicts the given hint is refused",
    arguments: [
      ("sk-ant-api03-R2D...igAA", "accepted"), ("sk-ant-api03-R2...AA", "accepted"),
      ("sk-ant-api03-XYZ...igAA", "CONTRADICTS_HINT"),
      ("sk-ant-api03-R2D...igAB", "CONTRADICTS_HINT"), ("sk-ant", "MALFORMED_HINT"),
      ("...", "MALFORMED_HINT"), ("a...b...c", "MALFORMED_HINT"),
    ])
  func hints(hint: String, expected: String) async throws {
    #expect(await refusal { try await fixture.register(hint: hint) } == expected)
  }

  @Test(
    "A value that can't be a key is refused, and the refusal doesn't repeat it",
    arguments: [("short", "LENGTH"), ("sk-ant-api03 with a space in", "CHARACTERS")])
  func values(value: String, expected: String) async throws {
    #expect(await refusal { try await fixture.register(value: value) } == expected)
    let error = await #expect(throws: AdminError.self) { try await fixture.register(value: value) }
    #expect(error.map { !$0.status.message.contains(value) } == true)
  }

  @Test("A hint is lengthened if another key has the same")
  func lengthened() async throws {
    let ids = ["1", "2", "3"].map { "apikey_" + String(repeating: $0, count: 24) }
    let values = [
      "R2DaaaXXXXXXXXXXXXXXXXXXXigAA", "R2DabbXXXXXXXXXXXXXXXXXXXigAA",
      "R2DaccXXXXXXXXXXXXXXXXXXXigAA",
    ]
    var hints: [String] = []
    for (id, value) in zip(ids, values) {
      hints.append(
        try await fixture.register(id, value: "sk-ant-api03-" + value).partialKeyHint)
    }
    #expect(
      hints == [
        "sk-ant-api03-R2D...igAA", "sk-ant-api03-R2Da...igAA", "sk-ant-api03-R2Dac...igAA",
      ])
  }

  @Test("Keys whose hints can't be lengthened are told apart by their ids")
  func toldApart() async throws {
    let ids = ["1", "2"].map { "apikey_" + String(repeating: $0, count: 24) }
    let first = try await fixture.register(ids[0], value: "12345678901234567890")
    let second = try await fixture.register(ids[1], value: "09876543210987654321")
    #expect(first.partialKeyHint == "..." && second.partialKeyHint == "... of \(ids[1])")
  }

  @Test("A given hint that shows too much is used as a check, and not shown")
  func immodestHint() async throws {
    let value = "550e8400-e29b-41d4-a716-446655440000"
    let key = try await fixture.register(value: value, hint: "550e8400-e29b-41d4-a716-44...0000")
    #expect(key.partialKeyHint == "550...0000" && key.name == "550...0000")
  }

  @Test("A second key with the same id or the same value is refused")
  func twice() async throws {
    _ = try await fixture.register()
    #expect(
      await refusal { try await fixture.register(value: KeyFixture.value + "x") }
        == "API_KEY_EXISTS")
    let other = "apikey_" + String(repeating: "2", count: 24)
    #expect(await refusal { try await fixture.register(other) } == "KEY_VALUE_REGISTERED")
  }
}
