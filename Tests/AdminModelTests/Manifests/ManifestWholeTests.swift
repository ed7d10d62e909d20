import AdminModel
import AdminProtos
import Store
import Testing

@Suite("Manifests of every kind")
struct ManifestWholeTests {
  let fixture: ManifestFixture

  init() throws { fixture = try ManifestFixture() }

  /// The objects that others refer to are last.
  private static let everything: [ManifestObject] = [
    .place("jane@x.org", in: "prod", "workspace_developer"),
    .key("CI", in: "prod", user: "jane@x.org"),
    .key(
      "Up", id: "apikey_01Rj2N8SVvo6BePZj99NhmiT",
      value: "sk-ant-\(String(repeating: "x", count: 40))"),
    .invite("eve@x.org", "user"), .member("jane@x.org", "developer", name: "Jane"),
    .member("ada@x.org", "admin", name: "Ada"), .workspace("prod"), .acme,
  ]

  @Test("A manifest in any order is applied in one commit, and applying it again changes nothing")
  func once() async throws {
    let first = try await fixture.apply(Self.everything)
    #expect(first.summary.created == 8)
    let again = try await fixture.apply(Self.everything)
    #expect(again.summary.unchanged == 8)
    #expect(again.summary.revision == first.summary.revision)
    #expect(again.results.map(\.id) == first.results.map(\.id))
    let findings = try fixture.base.store.read { tx in try Checks.run(by: .unlimited, in: tx) }
    #expect(findings.findings == [])
  }

  @Test("A plan has the results of an apply without ids and secrets, and writes nothing")
  func plan() async throws {
    let plan = try await fixture.plan(Self.everything)
    #expect(plan.results.allSatisfy { $0.id.isEmpty && $0.secret.isEmpty })
    #expect(try fixture.base.store.lastRevision() == 0)
    var made = try await fixture.apply(Self.everything).results
    #expect(made.filter { !$0.secret.isEmpty }.map(\.kind) == ["key", "invite"])
    for index in made.indices { (made[index].id, made[index].secret) = ("", "") }
    #expect(made == plan.results)

    let changed = [ManifestObject.acme, .invite("eve@x.org", "admin")]
    let replan = try await fixture.plan(changed)
    #expect(replan.results.map(\.outcome) == ["unchanged", "updated"])
    #expect(replan.results[1].secret == "")
    #expect(replan.results[1].id == "")
  }

  @Test("A manifest with one refused object leaves the store as it was", arguments: 0..<8)
  func refused(spoiled index: Int) async throws {
    var objects = Self.everything
    objects.append(ManifestObject.member("x@x.org", "king", name: "X"))
    objects.swapAt(index, 8)
    #expect(try await fixture.refusals(of: objects) == ["! Acme/x@x.org: INVALID_FIELDS"])
    #expect(try fixture.base.store.lastRevision() == 0)
  }

  @Test("A refused manifest returns no secret")
  func noSecretInRefusal() async throws {
    let error = await #expect(throws: ManifestRefused.self) {
      try await fixture.apply(Self.everything + [.invite("y@x.org", "king")])
    }
    let results = try #require(error?.outcome.results)
    #expect(results.filter { $0.outcome == "created" }.count == 8)
    #expect(results.allSatisfy { $0.secret.isEmpty })
  }

  @Test("An organization is pruned with everything that the set created in it")
  func pruneAll() async throws {
    _ = try await fixture.apply(Self.everything)
    let outcome = try await fixture.outcome(of: [.organization("Beta")], prune: true)
    #expect(
      outcome == [
        "+ Beta", "- Acme/prod/jane@x.org", "- Acme/Default/Up", "- Acme/prod/CI",
        "- Acme/eve@x.org", "- Acme/ada@x.org", "- Acme/jane@x.org", "- Acme/prod", "- Acme",
      ])
  }

  @Test(
    "An object that refers to an object to prune is refused", arguments: ["prod", "jane@x.org"])
  func prunedReference(gone: String) async throws {
    _ = try await fixture.apply(Self.everything)
    let rest = Self.everything.filter {
      $0 != .workspace(gone) && $0 != .member(gone, "developer", name: "Jane")
    }
    #expect(
      try await fixture.refusals(of: rest, prune: true).sorted() == [
        "! Acme/prod/CI: REFERENCE_PRUNED", "! Acme/prod/jane@x.org: REFERENCE_PRUNED",
      ])
  }

  @Test("An object of an unknown kind, as from a newer client, is refused")
  func unknown() async throws {
    #expect(try await fixture.refusals(of: [.acme, ManifestObject()]) == ["! : UNKNOWN_KIND"])
  }
}
