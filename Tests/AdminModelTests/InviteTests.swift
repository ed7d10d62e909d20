import AdminModel
import AdminProtos
import Status
import Store
import Testing

@Suite("Invites")
struct InviteTests {
  let clock = TestClock()
  let fixture: Fixture
  private static let day = Duration.seconds(86_400)

  init() throws {
    let clock = clock
    fixture = try Fixture { clock.now }
  }

  private func status(_ id: String) throws -> InviteStatus? {
    try fixture.store.read { tx in
      InviteStatus(rawValue: try Invites.get(id, by: .unlimited, in: tx).status)
    }
  }

  private func list(
    _ organization: String, email: String = "", roles: [String] = [], statuses: [String] = []
  ) throws -> [String] {
    try fixture.store.read { tx in
      try Invites.list(
        ListInvitesRequest(
          organizationId: organization, email: email, roles: roles, statuses: statuses),
        by: .unlimited, in: tx
      ).data.map(\.id)
    }
  }

  private func delete(_ id: String) async throws {
    _ = try await fixture.write { tx in
      try Invites.delete(id, ifMatch: "", by: .unlimited, in: &tx)
    }
  }

  @Test("An accepted invite makes a member with the invite's address and role")
  func accept() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("Jane@x.org", .developer, to: acme)
    let acceptance = try await fixture.accept(invite, name: "Jane")
    #expect(acceptance.created)
    #expect(acceptance.organizationId == acme)
    #expect(acceptance.role == "developer")
    #expect(try status(invite.id) == .accepted)
    let members = try fixture.members(of: acme).data
    #expect(members.map(\.id) == [acceptance.userId])
    #expect(members.map(\.email) == ["Jane@x.org"])
    #expect(members.map(\.name) == ["Jane"])
    #expect(members.map(\.role) == ["developer"])
  }

  @Test("A person with an account keeps their name and id when they accept an invite")
  func known() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let jane = try await fixture.person("jane@x.org", in: beta).id
    let record = try fixture.user(jane)
    let acceptance = try await fixture.accept(
      try await fixture.invite("JANE@x.org", to: acme), name: "Eve")
    #expect(!acceptance.created)
    #expect(acceptance.userId == jane)
    #expect(try fixture.user(jane) == record)
  }

  @Test("An invite works once, even if many accept it at the same time")
  func once() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    let outcomes = await withTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask {
          do {
            _ = try await fixture.accept(invite)
            return "accepted"
          } catch {
            return reason(of: error) ?? ""
          }
        }
      }
      return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(outcomes == ["accepted": 1, "INVITE_ACCEPTED": 15])
    #expect(try fixture.members(of: acme).data.count == 1)
  }

  @Test("An unknown invite token is refused")
  func unknownToken() async throws {
    let error = await #expect(throws: AdminError.self) {
      try await fixture.accept(InviteRecord(tokenHash: [1, 2, 3]))
    }
    #expect(reason(of: error) == "INVITE_TOKEN_UNKNOWN")
  }

  @Test("A new user needs a name, and a refusal doesn't use up the invite")
  func nameless() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    let error = await #expect(throws: AdminError.self) {
      try await fixture.accept(invite, name: " ")
    }
    #expect(violations(of: error) == ["name": "REQUIRED"])
    #expect(try status(invite.id) == .pending)
  }

  @Test("An invite expires after exactly 21 days, without any job")
  func expiry() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    clock.move(Self.day * 21 - .seconds(1))
    #expect(try status(invite.id) == .pending)
    clock.move(.seconds(1))
    #expect(try status(invite.id) == .expired)
    #expect(try list(acme, statuses: ["pending"]) == [])
    #expect(try list(acme, statuses: ["expired"]) == [invite.id])

    let accept = await #expect(throws: AdminError.self) { try await fixture.accept(invite) }
    let withdrawal = await #expect(throws: AdminError.self) { try await delete(invite.id) }
    #expect([accept, withdrawal].map(reason) == ["INVITE_EXPIRED", "INVITE_EXPIRED"])
    #expect(try await fixture.invite("jane@x.org", to: acme).id > invite.id)
  }

  @Test("A clock that goes backward changes neither the order nor the status of invites")
  func clockBackward() async throws {
    let acme = try await fixture.organization().id
    let first = try await fixture.invite("a@x.org", to: acme)
    _ = try await fixture.accept(first)
    clock.move(Self.day * -40)
    let second = try await fixture.invite("b@x.org", to: acme)
    #expect(try status(first.id) == .accepted)
    #expect(try status(second.id) == .pending)
    #expect(try list(acme) == [second.id, first.id])
  }

  @Test("A member or an invited address can't be invited again, and the refusal names it")
  func duplicates() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let john = try await fixture.invite("john@x.org", to: acme)
    let member = await #expect(throws: AdminError.self) {
      try await fixture.invite("Jane@X.org", to: acme)
    }
    let invited = await #expect(throws: AdminError.self) {
      try await fixture.invite("John@X.org", to: acme)
    }
    #expect([member, invited].map(reason) == ["ALREADY_MEMBER", "INVITE_ALREADY_EXISTS"])
    #expect(member?.status.message.contains(jane) == true)
    #expect(invited?.status.message.contains(john.id) == true)
    try await fixture.invite("john+2@x.org", to: acme)
    try await fixture.invite("john@x.org", to: beta)
  }

  @Test("A withdrawn invite isn't listed, can still be read, and can't be accepted")
  func withdrawn() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    try await delete(invite.id)
    #expect(try status(invite.id) == .deleted)
    #expect(try list(acme) == [])
    #expect(try list(acme, email: "jane@x.org") == [])
    let again = await #expect(throws: AdminError.self) { try await delete(invite.id) }
    let accept = await #expect(throws: AdminError.self) { try await fixture.accept(invite) }
    #expect([again, accept].map(reason) == ["INVITE_DELETED", "INVITE_DELETED"])
  }

  @Test("An accepted invite can't be withdrawn")
  func accepted() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    _ = try await fixture.accept(invite)
    let error = await #expect(throws: AdminError.self) { try await delete(invite.id) }
    #expect(reason(of: error) == "INVITE_ACCEPTED")
  }

  @Test("A user who is added directly loses the pending invite, so it can't let them back in later")
  func addedMeanwhile() async throws {
    let acme = try await fixture.organization().id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    try await fixture.member("root@x.org", .admin, in: acme)
    let jane = try await fixture.member("jane@x.org", in: acme).id
    #expect(try status(invite.id) == .deleted)
    try await fixture.remove(jane, of: acme)
    let error = await #expect(throws: AdminError.self) { try await fixture.accept(invite) }
    #expect(reason(of: error) == "INVITE_DELETED")
  }

  @Test("A list of invites filters by address, role and status together")
  func filters() async throws {
    let acme = try await fixture.organization().id
    let old = try await fixture.invite("jane@x.org", .admin, to: acme)
    clock.move(Self.day * 30)
    let new = try await fixture.invite("Jane+1@x.org", .user, to: acme)
    let other = try await fixture.invite("john@x.org", .admin, to: acme)
    #expect(try list(acme) == [other.id, new.id, old.id])
    #expect(try list(acme, email: "JANE@x.org") == [new.id, old.id])
    #expect(try list(acme, roles: ["admin"]) == [other.id, old.id])
    #expect(try list(acme, roles: ["admin"], statuses: ["pending"]) == [other.id])
    let error = #expect(throws: AdminError.self) {
      try list(acme, email: "x", roles: ["x"], statuses: ["deleted"])
    }
    #expect(
      violations(of: error) == [
        "email": "MALFORMED_ADDRESS", "roles": "UNKNOWN_ROLE", "statuses": "UNKNOWN_STATUS",
      ])
  }

  @Test("An invite of a deleted organization can't be accepted")
  func deletedOrganization() async throws {
    let acme = try await fixture.organization("Acme").id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    _ = try await fixture.write { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: acme, confirmName: "Acme"), by: .unlimited, in: &tx)
    }
    let error = await #expect(throws: AdminError.self) { try await fixture.accept(invite) }
    #expect(reason(of: error) == "INVITE_TOKEN_UNKNOWN")
  }

  @Test(
    "A caller without the permission can't withdraw invites, and finds none of other organizations")
  func denied() async throws {
    let acme = try await fixture.organization("Acme").id
    let other = try await fixture.organization("Other").id
    let invite = try await fixture.invite("jane@x.org", to: acme)
    for (access, expected) in [
      (Access.holding(.developer, in: acme), "PERMISSION_DENIED"),
      (.holding(.admin, in: other), "INVITE_NOT_FOUND"),
    ] {
      let error = await #expect(throws: (any Error).self) {
        try await fixture.write { tx in
          try Invites.delete(invite.id, ifMatch: "", by: access, in: &tx)
        }
      }
      #expect(reason(of: error) == expected)
    }
  }
}
