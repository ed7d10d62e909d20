import AdminProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("Members of organizations")
struct MemberTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func update(
    _ id: String, of organization: String, _ changes: UpdateUserRequest, ifMatch etag: String = "",
    by access: Access = .unlimited
  ) async throws -> User {
    try await fixture.write { tx in
      var request = changes
      (request.id, request.organizationId, request.ifMatch) = (id, organization, etag)
      return try Members.update(request, by: access, in: &tx)
    }
  }

  @Test("A person is the same user in every organization, whatever the case of the address")
  func onePerson() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let first = try await fixture.person("Jane@x.org", .developer, in: acme)
    let record = try fixture.user(first.id)
    let second = try await fixture.person("jane@X.ORG", .user, in: beta)
    #expect(second.id == first.id)
    #expect(try fixture.user(second.id) == record)
    #expect([first, second].map(\.email) == ["Jane@x.org", "Jane@x.org"])
    #expect([first, second].map(\.role) == ["developer", "user"])
  }

  @Test("A member that breaks several rules is refused with all of them")
  func allViolations() async throws {
    let error = await #expect(throws: AdminError.self) {
      try await fixture.write { tx in
        let draft = AddUserRequest(
          organizationId: "x", email: "jane", name: "a\nb", role: "workspace_admin")
        return try Members.add(draft, by: .unlimited, in: &tx)
      }
    }
    #expect(
      violations(of: error) == [
        "organization_id": "MALFORMED_ID", "email": "MALFORMED_ADDRESS",
        "name": "CONTROL_CHARACTER", "role": "UNKNOWN_ROLE",
      ])
  }

  @Test("A new user needs a name, and a user who returns keeps the old name")
  func names() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let nameless = AddUserRequest(organizationId: acme, email: "jane@x.org", role: "user")
    let error = await #expect(throws: AdminError.self) {
      try await fixture.write { tx in try Members.add(nameless, by: .unlimited, in: &tx) }
    }
    #expect(violations(of: error) == ["name": "REQUIRED"])
    #expect(try fixture.members(of: acme).data.isEmpty)

    let jane = try await fixture.member("jane@x.org", in: acme).id
    let record = try fixture.user(jane)
    let other = AddUserRequest(
      organizationId: beta, email: "jane@x.org", name: "Other", role: "user")
    let elsewhere = try await fixture.write { tx in
      try Members.add(other, by: .unlimited, in: &tx)
    }
    #expect(elsewhere.name == "Other")

    try await fixture.member("root@x.org", .admin, in: acme)
    try await fixture.remove(jane, of: acme)
    let back = try await fixture.write { tx in try Members.add(nameless, by: .unlimited, in: &tx) }
    #expect(back.id == jane)
    #expect(try fixture.user(jane) == record)
  }

  @Test("A member can't be added again, and the refusal names the user")
  func twice() async throws {
    let acme = try await fixture.organization().id
    let jane = try await fixture.member("jane@x.org", in: acme)
    let error = await #expect(throws: AdminError.self) {
      try await fixture.member("JANE@x.org", .admin, in: acme)
    }
    #expect(reason(of: error) == "ALREADY_MEMBER")
    #expect(error?.status.message.contains(jane.id) == true)
  }

  @Test("A member's etag changes with the role and the name, and an old one is refused")
  func etags() async throws {
    let acme = try await fixture.organization().id
    let jane = try await fixture.member("jane@x.org", in: acme)
    let renamed = try await update(
      jane.id, of: acme, UpdateUserRequest(name: "Jane"), ifMatch: jane.etag)
    let promoted = try await update(
      jane.id, of: acme, UpdateUserRequest(role: "admin"), ifMatch: renamed.etag)
    let same = try await update(
      jane.id, of: acme, UpdateUserRequest(role: "admin", name: "Jane"))
    #expect(same == promoted)
    let error = await #expect(throws: (any Error).self) {
      try await update(
        jane.id, of: acme, UpdateUserRequest(role: "user"), ifMatch: renamed.etag)
    }
    #expect(reason(of: error) == "ETAG_MISMATCH")
  }

  @Test(
    "A user's name can be changed only by a caller who manages users in all their organizations")
  func renaming() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let jane = try await fixture.person("jane@x.org", in: acme).id
    let admin = Access.holding(.admin, in: acme)
    let name = UpdateUserRequest(name: "Jane")
    #expect(try await update(jane, of: acme, name, by: admin).name == "Jane")

    try await fixture.person("jane@x.org", in: beta)
    let error = await #expect(throws: AdminError.self) {
      try await update(jane, of: acme, UpdateUserRequest(name: "Eve"), by: admin)
    }
    #expect(reason(of: error) == "PERMISSION_DENIED")
    let renamed = try await update(
      jane, of: acme, UpdateUserRequest(name: "Joan"), by: .holding(.superAdmin))
    #expect(renamed.name == "Joan")
  }

  @Test("A removed member loses their places in the organization's workspaces only")
  func remove() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    try await fixture.member("root@x.org", .admin, in: acme)
    let jane = try await fixture.person("jane@x.org", in: acme).id
    try await fixture.person("jane@x.org", in: beta)
    let rooms = [
      try await fixture.workspace(in: acme).id, try await fixture.workspace(in: beta).id,
    ]
    for room in rooms { try await fixture.letIn(jane, to: room) }

    try await fixture.remove(jane, of: acme)

    let gone = #expect(throws: (any Error).self) {
      try fixture.store.read {
        try Members.get(
          GetUserRequest(organizationId: acme, id: jane), by: .unlimited, in: $0)
      }
    }
    #expect(reason(of: gone) == "USER_NOT_FOUND")
    #expect(try fixture.people(in: rooms[0]).data.isEmpty)
    #expect(try fixture.people(in: rooms[1]).data.map(\.userId) == [jane])
    #expect(try await fixture.person("jane@x.org", in: acme).id == jane)
    #expect(try fixture.people(in: rooms[0]).data.isEmpty)
  }

  @Test("The only member of an organization can't be removed")
  func lastMember() async throws {
    let acme = try await fixture.organization().id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let error = await #expect(throws: AdminError.self) { try await fixture.remove(jane, of: acme) }
    #expect(reason(of: error) == "LAST_MEMBER")
  }

  @Test("The count of members is correct, and equals a recount")
  func count() async throws {
    let acme = try await fixture.organization().id
    for number in 0..<5 { try await fixture.member("u\(number)@x.org", .admin, in: acme) }
    let members = try fixture.members(of: acme).data
    try await fixture.remove(members[0].id, of: acme)
    try await fixture.change(members[1].id, of: acme, to: .billing)
    let (count, mismatches) = try fixture.store.read { tx in
      (
        try Organizations.memberCount(of: acme, in: tx),
        try AdminSchema.memberships.recount(in: tx)
      )
    }
    #expect(count == 4)
    #expect(mismatches == [])
    #expect(try fixture.members(of: acme).data.count == 4)
  }

  @Test(
    "A caller who may not manage users changes none, and doesn't find other organizations",
    arguments: [
      (Role.developer, true, "PERMISSION_DENIED"), (.user, true, "PERMISSION_DENIED"),
      (.billing, true, "PERMISSION_DENIED"), (.admin, false, "ORGANIZATION_NOT_FOUND"),
    ])
  func denied(role: Role, isOwn: Bool, expected: String) async throws {
    let acme = try await fixture.organization("Acme").id
    let other = try await fixture.organization("Other").id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let access = Access.holding(role, in: isOwn ? acme : other)
    let change = await #expect(throws: (any Error).self) {
      try await update(jane, of: acme, UpdateUserRequest(role: "admin"), by: access)
    }
    let removal = await #expect(throws: (any Error).self) {
      try await fixture.remove(jane, of: acme, by: access)
    }
    #expect([change, removal].map(reason) == [expected, expected])
  }

  @Test("A caller who spares admins can neither change, remove nor make one")
  func sparingAdmins() async throws {
    let acme = try await fixture.organization().id
    let boss = try await fixture.member("boss@x.org", .admin, in: acme).id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    try await fixture.member("root@x.org", .admin, in: acme)
    for (user, role) in [(boss, "user"), (jane, "admin")] {
      let error = await #expect(throws: AdminError.self) {
        try await fixture.write { tx in
          try Members.update(
            UpdateUserRequest(organizationId: acme, id: user, role: role, spareAdmins: true),
            by: .unlimited, in: &tx)
        }
      }
      #expect(reason(of: error) == "ADMINS_SPARED")
    }
    let error = await #expect(throws: AdminError.self) {
      try await fixture.write { tx in
        try Members.remove(
          RemoveUserRequest(organizationId: acme, id: boss, spareAdmins: true), by: .unlimited,
          in: &tx)
      }
    }
    #expect(reason(of: error) == "ADMINS_SPARED")
  }
}
