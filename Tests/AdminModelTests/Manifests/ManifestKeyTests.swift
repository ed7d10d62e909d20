import AdminProtos
import GoogleProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("Keys in manifests")
struct ManifestKeyTests {
  private static let upstream = "apikey_01Rj2N8SVvo6BePZj99NhmiT"
  private static let value = "sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxxxxxxigAA"
  private static let otherValue = "sk-ant-api03-R2DyyyyyyyyyyyyyyyyyyyyyyyyyigAA"

  let fixture: ManifestFixture

  init() throws { fixture = try ManifestFixture() }

  private func time(in days: Int64) -> GoogleTimestamp {
    GoogleTimestamp(seconds: fixture.clock.now.seconds + days * 24 * 3600)
  }

  private func verify(_ secret: String) throws -> KeyVerification {
    try fixture.base.store.read { tx in
      try Keys.verify(secret, with: ManifestSecrets.testing.keys, by: .unlimited, in: tx)
    }
  }

  private static func registered(_ value: String = value, name: String = "") -> ManifestObject {
    .key(name, id: upstream, value: value)
  }

  @Test("A key is issued for a member of the same manifest, and its secret is returned once")
  func issued() async throws {
    let objects = [
      ManifestObject.key("CI", in: "prod", user: "Jane@x.org", status: "inactive"),
      .member("jane@x.org", "user", name: "Jane"), .workspace("prod"), .acme,
    ]
    let first = try await fixture.apply(objects)
    let key = first.results[0]
    #expect(key.name == "Acme/prod/CI")
    #expect(key.changes.map(\.after) == ["CI", "inactive", "jane@x.org"])
    #expect(try verify(key.secret) == .invalid(.inactive))
    let again = try await fixture.apply(objects)
    #expect(again.summary.unchanged == 4)
    #expect(again.summary.revision == first.summary.revision)
    #expect(again.results[0].secret == "")
  }

  @Test("A manifest updates the status, the user and a changed name of a key")
  func updated() async throws {
    let jane = ManifestObject.member("jane@x.org", "user", name: "Jane")
    let first = try await fixture.apply([.acme, jane, .key("CI", expiresAt: time(in: 9))])
    let id = first.results[2].id
    _ = try await fixture.byHand { tx in
      try Keys.update(UpdateKeyRequest(id: id, name: "else"), by: .unlimited, in: &tx)
    }
    let wish = ManifestObject.key(
      "CI", user: "jane@x.org", expiresAt: time(in: 9), status: "inactive")
    let outcome = try await fixture.apply([.acme, jane, wish])
    #expect(outcome.results[2].id == id)
    #expect(outcome.results[2].changes.map(\.field) == ["name", "status", "user"])
    #expect(
      try await fixture.refusals(of: [.acme, .key("CI", expiresAt: time(in: 10))]) == [
        "! Acme/CI: KEY_EXPIRY_FIXED"
      ])
    #expect(try await fixture.outcome(of: [.acme, .key("CI")]).last == "= Acme/Default/CI")
  }

  @Test("An expired key stays as it is, and one with another expiry is issued again")
  func expired() async throws {
    let wish = ManifestObject.key("CI", expiresAt: time(in: 1), status: "active")
    _ = try await fixture.apply([.acme, wish])
    fixture.clock.move(.seconds(2 * 24 * 3600))
    #expect(try await fixture.outcome(of: [.acme, wish]).last == "= Acme/Default/CI")
    let later = ManifestObject.key("CI", expiresAt: time(in: 1))
    #expect(try await fixture.outcome(of: [.acme, later]).last == "+ Acme/Default/CI")
    #expect(try await fixture.outcome(of: [.acme, later]).last == "= Acme/Default/CI")
  }

  @Test("A key revoked by hand is issued again, and a key issued by hand is adopted")
  func byHand() async throws {
    let first = try await fixture.apply([.acme, .key("CI")])
    let (id, key) = (first.results[0].id, first.results[1].id)
    _ = try await fixture.byHand { tx in
      _ = try Keys.revoke(key, ifMatch: "", by: .unlimited, in: &tx)
      return try Keys.issue(
        IssueKeyRequest(organizationId: id, name: "Other"), with: ManifestSecrets.testing.keys,
        by: .unlimited, in: &tx
      ).key.id
    }
    #expect(
      try await fixture.outcome(of: [.acme, .key("CI"), .key("Other")]) == [
        "= Acme", "+ Acme/Default/CI", "= Acme/Default/Other",
      ])
    #expect(
      try await fixture.outcome(of: [.acme], prune: true) == ["= Acme", "- Acme/Default/CI"])
  }

  @Test("An ambiguous key name is refused with the ids, and an id resolves it")
  func ambiguous() async throws {
    let organization = try await fixture.apply([.acme]).results[0].id
    var ids: [String] = []
    for _ in 0..<2 {
      ids.append(
        try await fixture.byHand { tx in
          try Keys.issue(
            IssueKeyRequest(organizationId: organization, name: "CI"),
            with: ManifestSecrets.testing.keys, by: .unlimited, in: &tx
          ).key.id
        })
    }
    let error = await #expect(throws: ManifestRefused.self) {
      try await fixture.apply([.acme, .key("CI")])
    }
    let refused = try #require(error?.outcome.results.last)
    #expect(refused.reason == "AMBIGUOUS_NAME")
    #expect(ids.allSatisfy { refused.message.contains($0) })
    #expect(
      try await fixture.outcome(of: [.acme, .key("New", id: ids[0])]).last
        == "~ Acme/Default/New: name")
  }

  @Test("A registered key is unchanged as long as its value is the same")
  func registered() async throws {
    let first = try await fixture.apply([.acme, Self.registered()])
    #expect(first.results[1].id == Self.upstream)
    #expect(first.results[1].secret == "")
    #expect(try await fixture.apply([.acme, Self.registered()]).summary.unchanged == 2)
    #expect(
      try await fixture.outcome(of: [.acme, Self.registered(name: "Prod")]).last
        == "~ Acme/Default/Prod: name")
    #expect(
      try await fixture.refusals(of: [.acme, Self.registered(Self.otherValue)]).map {
        $0.split(separator: " ").last
      } == ["KEY_VALUE_DIFFERS"])
  }

  @Test("A registered value is repeated in no result, whatever field it was written in")
  func valueIsSecret() async throws {
    for object in [
      Self.registered(), .key("", id: Self.value, value: Self.value),
      .key("x", id: Self.value), .key("x", value: Self.value), Self.registered(Self.value + " "),
      .key("x", id: Self.upstream, value: Self.value, status: "off"),
    ] {
      let outcome: ManifestOutcome
      do {
        outcome = try await fixture.plan([.acme, object])
      } catch let refused as ManifestRefused {
        outcome = refused.outcome
      }
      #expect(!"\(outcome)".contains("R2Dxxxxxx"))
    }
  }

  @Test(
    "An invalid key is refused, and nothing is written",
    arguments: [
      (ManifestObject.key(""), "! Acme: REQUIRED"),
      (.key("x", value: value), "! Acme/x: REQUIRED"),
      (.key("x", id: "mine"), "! Acme/x: REQUIRED"),
      (.key("x", id: upstream), "! Acme/x: KEY_NOT_FOUND"),
      (.key("x", status: "archived"), "! Acme/x: UNKNOWN_STATUS"),
      (.key("x", in: "nowhere"), "! Acme/nowhere/x: WORKSPACE_NOT_FOUND"),
      (.key("x", user: "unknown@x.org"), "! Acme/x: MEMBER_NOT_FOUND"),
      (.key("x", expiresAt: GoogleTimestamp(seconds: 1)), "! Acme/x: INVALID_FIELDS"),
    ] as [(ManifestObject, String)])
  func refused(object: ManifestObject, refusal: String) async throws {
    #expect(try await fixture.refusals(of: [.acme, object]) == [refusal])
  }

  @Test("A registered key can't move to another workspace, and stays archived")
  func elsewhere() async throws {
    _ = try await fixture.apply([.acme, .workspace("prod"), Self.registered()])
    let moved = ManifestObject.key("", in: "prod", id: Self.upstream, value: Self.value)
    #expect(
      try await fixture.refusals(of: [.acme, .workspace("prod"), moved]).map {
        $0.split(separator: " ").last
      } == ["KEY_ELSEWHERE"])
    _ = try await fixture.byHand { tx in
      try Keys.revoke(Self.upstream, ifMatch: "", by: .unlimited, in: &tx)
    }
    #expect(
      try await fixture.refusals(of: [.acme, Self.registered()]).map {
        $0.split(separator: " ").last
      } == ["KEY_ARCHIVED"])
  }

  @Test("A key's name in a manifest may have the maximum length")
  func longName() async throws {
    let name = String(repeating: "é", count: 500)
    #expect(try await fixture.apply([.acme, .key(name)]).summary.created == 2)
    #expect(try await fixture.apply([.acme, .key(name)]).summary.unchanged == 2)
    #expect(try await fixture.apply([.acme], prune: true, allowDeletes: 1).summary.deleted == 1)
  }

  @Test("A workspace with keys that others issued isn't pruned")
  func workspaceWithKeys() async throws {
    let workspace = try await fixture.apply([.acme, .workspace("prod")]).results[1].id
    _ = try await fixture.byHand { tx in
      try Keys.issue(
        IssueKeyRequest(workspaceId: workspace, name: "by hand"),
        with: ManifestSecrets.testing.keys,
        by: .unlimited, in: &tx
      ).key.id
    }
    let refused = try await fixture.refusals(of: [.acme], prune: true)
    #expect(refused.map { $0.split(separator: " ").last } == ["WORKSPACE_NOT_EMPTY"])
  }
}
