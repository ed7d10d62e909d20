import AdminModel
import AdminProtos
import Testing

@Suite("Workspace members in manifests")
struct ResourceReferenceTests {
  let fixture: ManifestFixture

  init() throws { fixture = try ManifestFixture() }

  private static let company = [
    ManifestObject.acme, .workspace("prod"), .member("jane@x.org", "user", name: "Jane"),
    .member("ada@x.org", "admin", name: "Ada"), .member("bill@x.org", "billing", name: "Bill"),
  ]

  private func last(_ object: ManifestObject) async throws -> String? {
    try await fixture.outcome(of: Self.company + [object]).last
  }

  @Test("A workspace member is added or gets a new role, and applying it again changes nothing")
  func changes() async throws {
    let user = ManifestObject.place("Jane@x.org", in: "prod", "workspace_user")
    #expect(try await last(user) == "+ Acme/prod/jane@x.org")
    #expect(try await last(user) == "= Acme/prod/jane@x.org")
    #expect(
      try await last(.place("jane@x.org", in: "prod", "workspace_admin"))
        == "~ Acme/prod/jane@x.org: role")
    #expect(try await last(.place("jane@x.org", in: "prod")) == "= Acme/prod/jane@x.org")
  }

  @Test(
    "A workspace member by the organization's role is unchanged, and other rules still hold",
    arguments: [
      (ManifestObject.place("ada@x.org", in: "prod", "workspace_admin"), "= Acme/prod/ada@x.org"),
      (.place("ada@x.org", in: "Default", "workspace_admin"), "= Acme/Default/ada@x.org"),
      (
        .place("ada@x.org", in: "prod", "workspace_user"),
        "! Acme/prod/ada@x.org: INHERITED_ROLE"
      ),
      (.place("bill@x.org", in: "prod", "workspace_billing"), "= Acme/prod/bill@x.org"),
      (.place("bill@x.org", in: "prod", "workspace_admin"), "~ Acme/prod/bill@x.org: role"),
      (
        .place("jane@x.org", in: "Default", "workspace_user"),
        "! Acme/Default/jane@x.org: DEFAULT_WORKSPACE"
      ),
      (.place("jane@x.org", in: "prod"), "! Acme/prod/jane@x.org: INVALID_FIELDS"),
      (.place("eve@x.org", in: "prod"), "! Acme/prod/eve@x.org: MEMBER_NOT_FOUND"),
      (.place("jane@x.org", in: ""), "! Acme/jane@x.org: REQUIRED"),
      (.place("jane@x.org", in: "test"), "! Acme/test/jane@x.org: WORKSPACE_NOT_FOUND"),
    ] as [(ManifestObject, String)])
  func table(object: ManifestObject, outcome: String) async throws {
    #expect(try await last(object) == outcome)
  }

  @Test("Pruning removes the workspace members that the set added, including a raised billing user")
  func prune() async throws {
    let places = ["jane@x.org", "bill@x.org"].map {
      ManifestObject.place($0, in: "prod", "workspace_admin")
    }
    _ = try await fixture.apply(Self.company + places)
    #expect(
      try await fixture.outcome(of: Self.company, prune: true).suffix(2) == [
        "- Acme/prod/bill@x.org", "- Acme/prod/jane@x.org",
      ])
    #expect(
      try await last(.place("bill@x.org", in: "prod", "workspace_billing"))
        == "= Acme/prod/bill@x.org")
  }

  @Test("Pruning also removes a workspace member who became an admin of the organization")
  func pruneAdmin() async throws {
    let place = ManifestObject.place("jane@x.org", in: "prod", "workspace_user")
    _ = try await fixture.apply(Self.company + [place])
    let promoted = Self.company + [.member("JANE@x.org", "admin")]
    let objects = promoted.filter { $0 != Self.company[2] }
    #expect(
      try await fixture.outcome(of: objects, prune: true).last == "- Acme/prod/jane@x.org")
    #expect(try await fixture.outcome(of: objects, prune: true).allSatisfy { $0.hasPrefix("=") })
  }
}
