import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Members in manifests")
struct ManifestMemberTests {
  let fixture: ManifestFixture

  init() throws { fixture = try ManifestFixture() }

  private static let jane = ManifestObject.member("jane@x.org", "admin", name: "Jane")

  @Test("A new member is added, and applying it again in another case changes nothing")
  func twice() async throws {
    let first = try await fixture.apply([Self.jane, .acme])
    #expect(first.results.map(\.name) == ["Acme/jane@x.org", "Acme"])
    #expect(
      first.results[0].changes == [
        FieldChange(field: "name", after: "Jane"), FieldChange(field: "role", after: "admin"),
      ])
    let again = try await fixture.apply([.acme, .member(" Jane@X.org", "admin", name: "Jane")])
    #expect(again.summary.unchanged == 2)
    #expect(again.summary.revision == first.summary.revision)
    #expect(again.results[1].id == first.results[0].id)
  }

  @Test("A member with an account elsewhere is added as unclaimed, with the manifest's name")
  func knownElsewhere() async throws {
    let beta = try await fixture.base.organization("Beta").id
    let account = try await fixture.base.person("jane@x.org", in: beta)
    #expect(try await fixture.outcome(of: [.acme, Self.jane]) == ["+ Acme", "+ Acme/jane@x.org"])
    #expect(try await fixture.outcome(of: [.acme, Self.jane]) == ["= Acme", "= Acme/jane@x.org"])
    let added = try await fixture.apply([.acme, Self.jane]).results[1].id
    #expect(added != account.id)
    #expect(try fixture.base.members(of: beta).data.map(\.name) == [account.name])
  }

  @Test("A person who joins in place of a manifest's member is the manifest's member")
  func joined() async throws {
    let beta = try await fixture.base.organization("Beta").id
    let jane = try await fixture.base.person("jane@x.org", in: beta).id
    let account = try fixture.base.user(jane)
    let room = ManifestObject(
      object: .workspaceMember(
        WorkspaceMemberObject(
          organization: "Acme", workspace: "prod", email: "jane@x.org", role: "workspace_user")))
    let objects: [ManifestObject] = [
      .acme, .member("root@x.org", "admin", name: "Root"), .workspace("prod"),
      .member("jane@x.org", "user", name: account.name), room,
    ]
    let id = try await fixture.apply(objects).results[3].id
    try await fixture.byHand { tx in
      let unclaimed = try AdminSchema.users.require(id, in: tx).record
      try Accounts.absorb(unclaimed, into: account, in: &tx)
    }
    let again = try await fixture.apply(objects)
    #expect(again.summary.unchanged == 5)
    #expect(again.results[3].id == account.id)
    let left = try await fixture.outcome(of: Array(objects[..<3]), prune: true)
    #expect(left.suffix(2) == ["- Acme/prod/jane@x.org", "- Acme/jane@x.org"])
  }

  @Test(
    "An invalid member is refused, and nothing is written",
    arguments: [
      (ManifestObject.member("jane", "user", name: "J"), "! Acme/jane: INVALID_FIELDS"),
      (.member("jane@x.org", "king", name: "J"), "! Acme/jane@x.org: INVALID_FIELDS"),
      (.member("jane@x.org", "user"), "! Acme/jane@x.org: INVALID_FIELDS"),
      (.member("jane@x.org", "", name: "J"), "! Acme/jane@x.org: INVALID_FIELDS"),
      (.member("j@x.org", "user", name: "J", in: "Beta"), "! Beta/j@x.org: ORGANIZATION_NOT_FOUND"),
    ] as [(ManifestObject, String)])
  func refused(object: ManifestObject, refusal: String) async throws {
    #expect(try await fixture.refusals(of: [.acme, object]) == [refusal])
  }

  @Test("A member given twice is refused, however the address is written")
  func duplicate() async throws {
    let objects = [.acme, Self.jane, ManifestObject.member("JANE@x.org", "user")]
    #expect(try await fixture.refusals(of: objects) == ["! Acme/JANE@x.org: DUPLICATE"])
  }

  @Test("A manifest can replace the admin by another one, in any order")
  func handover() async throws {
    _ = try await fixture.apply([.acme, Self.jane, .member("bob@x.org", "user", name: "Bob")])
    let swap = [ManifestObject.member("jane@x.org", "user"), .member("bob@x.org", "admin")]
    #expect(
      try await fixture.outcome(of: swap) == ["~ Acme/jane@x.org: role", "~ Acme/bob@x.org: role"])
    let back = [
      ManifestObject.member("bob@x.org", "user"), .member("eve@x.org", "admin", name: "E"),
    ]
    #expect(
      try await fixture.outcome(of: back) == ["~ Acme/bob@x.org: role", "+ Acme/eve@x.org"])
  }

  @Test("A manifest that changes or prunes the last admin is refused as a whole")
  func lastAdmin() async throws {
    let bob = ManifestObject.member("bob@x.org", "user", name: "Bob")
    _ = try await fixture.apply([.acme, Self.jane, bob])
    let demoted = [ManifestObject.acme, .workspace("new"), .member("jane@x.org", "user")]
    #expect(try await fixture.refusals(of: demoted) == ["! Acme/jane@x.org: LAST_ADMIN"])
    let pruned = try await fixture.refusals(of: [.acme, bob], prune: true)
    #expect(pruned == ["! Acme/jane@x.org: LAST_ADMIN"])
  }

  @Test("Pruning removes only members that the set added")
  func prune() async throws {
    let bob = ManifestObject.member("bob@x.org", "user", name: "Bob")
    let id = try await fixture.apply([.acme, Self.jane, bob]).results[0].id
    _ = try await fixture.base.member("hand@x.org", in: id)
    let adopted = [ManifestObject.acme, Self.jane, .member("hand@x.org", "developer")]
    #expect(
      try await fixture.outcome(of: adopted, prune: true).suffix(2) == [
        "~ Acme/hand@x.org: role", "- Acme/bob@x.org",
      ])
    #expect(
      try await fixture.outcome(of: [.acme, Self.jane], prune: true) == [
        "= Acme", "= Acme/jane@x.org",
      ])
  }

  @Test("A member with keys from others isn't pruned, and the set's own objects are pruned first")
  func pruneFilled() async throws {
    let bob = ManifestObject.member("bob@x.org", "user", name: "Bob")
    let outcome = try await fixture.apply([
      .acme, .workspace("prod"), Self.jane, bob, .key("CI", user: "bob@x.org"),
      .place("bob@x.org", in: "prod", "workspace_user"),
    ])
    let (id, user) = (outcome.results[0].id, outcome.results[3].id)
    let key = try await fixture.byHand { tx in
      try Keys.issue(
        IssueKeyRequest(organizationId: id, name: "by hand", userId: user),
        with: KeySecrets([UInt8](repeating: 1, count: 32)), by: .unlimited, in: &tx
      ).key.id
    }
    let rest = [ManifestObject.acme, .workspace("prod"), Self.jane]
    let refused = try await fixture.refusals(of: rest, prune: true)
    #expect(refused.map { $0.split(separator: " ").last } == ["MEMBER_NOT_EMPTY"])

    _ = try await fixture.byHand { tx in
      try Keys.revoke(key, ifMatch: "", by: .unlimited, in: &tx)
    }
    #expect(
      try await fixture.outcome(of: rest, prune: true).suffix(3) == [
        "- Acme/prod/bob@x.org", "- Acme/Default/CI", "- Acme/bob@x.org",
      ])
  }
}
