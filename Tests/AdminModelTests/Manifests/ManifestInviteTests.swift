import AdminProtos
import Testing

@testable import AdminModel

@Suite("Invites in manifests")
struct ManifestInviteTests {
  let fixture: ManifestFixture

  init() throws { fixture = try ManifestFixture() }

  private static let jane = ManifestObject.invite("jane@x.org", "developer")

  private func accept(_ token: String) async throws -> AcceptInviteResponse {
    let hash = AuthKeys([UInt8](repeating: 7, count: 32)).inviteHash(of: token)
    return try await fixture.byHand { tx in
      try InviteAcceptance.accept(
        InviteAcceptance.Invitee(tokenHash: hash, challenge: .choice(from: ""), owner: .anybody),
        name: "Jane",
        proof: .chosen(AuthFixture.hash), keys: AuthFixture.keys, in: &tx)
    }
  }

  @Test("An invite returns its token once, and applying it again changes nothing")
  func twice() async throws {
    let first = try await fixture.apply([.acme, Self.jane])
    #expect(first.results[1].name == "Acme/jane@x.org")
    #expect(first.results[1].secret.hasPrefix(Invites.tokenPrefix))
    let again = try await fixture.apply([.acme, .invite("JANE@x.org", "developer")])
    #expect(again.summary.unchanged == 2)
    #expect(again.summary.revision == first.summary.revision)
    #expect(again.results[1].secret == "")
  }

  @Test("A user who has accepted an invite needs no other, even if their role changes")
  func accepted() async throws {
    let first = try await fixture.apply([.acme, Self.jane])
    let user = try await accept(first.results[1].secret).userId
    #expect(try await fixture.outcome(of: [.acme, Self.jane]).last == "= Acme/jane@x.org")
    try await fixture.base.change(user, of: first.results[0].id, to: .user)
    #expect(try await fixture.outcome(of: [.acme, Self.jane]).last == "= Acme/jane@x.org")
    #expect(
      try await fixture.refusals(of: [.acme, .invite("jane@x.org", "admin")]) == [
        "! Acme/jane@x.org: ALREADY_MEMBER"
      ])
    #expect(try await fixture.outcome(of: [.acme], prune: true) == ["= Acme"])
  }

  @Test("An invite with another role replaces the former one, whose token no longer works")
  func otherRole() async throws {
    let first = try await fixture.apply([.acme, Self.jane])
    let admin = ManifestObject.invite("jane@x.org", "admin")
    let second = try await fixture.apply([.acme, admin])
    #expect(
      second.results[1].changes == [FieldChange(field: "role", before: "developer", after: "admin")]
    )
    #expect(second.results[1].id != first.results[1].id)
    await #expect(throws: AdminError.self) { try await accept(first.results[1].secret) }
    #expect(try await accept(second.results[1].secret).role == "admin")
  }

  @Test("An expired or withdrawn invite is created again and still belongs to the set")
  func expired() async throws {
    _ = try await fixture.apply([.acme, Self.jane])
    fixture.clock.move(.seconds(22 * 24 * 3600))
    #expect(
      try await fixture.outcome(of: [.acme, Self.jane], prune: true).last == "+ Acme/jane@x.org")
    #expect(try await fixture.outcome(of: [.acme], prune: true) == ["= Acme", "- Acme/jane@x.org"])
    #expect(try await fixture.outcome(of: [.acme, Self.jane]).last == "+ Acme/jane@x.org")
  }

  @Test("A member of the same manifest needs no invite, and one with another role is refused")
  func member() async throws {
    let member = ManifestObject.member("jane@x.org", "developer", name: "Jane")
    for _ in 0..<2 {
      #expect(try await fixture.outcome(of: [.acme, Self.jane, member])[1] == "= Acme/jane@x.org")
    }
    #expect(
      try await fixture.refusals(of: [.acme, .invite("jane@x.org", "admin"), member]) == [
        "! Acme/jane@x.org: ALREADY_MEMBER"
      ])
  }

  @Test("An invalid invite is refused, and nothing is written")
  func refused() async throws {
    #expect(
      try await fixture.refusals(of: [
        .acme, .invite("jane", "user"), .invite("a@x.org", "king"), .invite("b@x.org"), Self.jane,
        Self.jane,
      ]) == ["! Acme/jane: INVALID_FIELDS", "! Acme/jane@x.org: DUPLICATE"])
    #expect(
      try await fixture.refusals(of: [.acme, .invite("a@x.org", "king"), .invite("b@x.org")]) == [
        "! Acme/a@x.org: INVALID_FIELDS", "! Acme/b@x.org: INVALID_FIELDS",
      ])
  }
}
