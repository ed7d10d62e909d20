import AdminProtos
import Store
import Testing

@testable import AdminModel

/// The problem that these tests guard against: a removed super admin could still log in and make
/// admins, and no list showed that user.
@Suite("Super admins")
struct SuperAdminTests {
  let fixture: AuthFixture
  private let ada: String
  private let acme: String

  init() async throws {
    fixture = try AuthFixture()
    let claimed = try await fixture.claim()
    (ada, acme) = (claimed.userId, claimed.organizationId)
  }

  private func list(by access: Access = .unlimited) throws -> [SuperAdmin] {
    try fixture.store.read { tx in
      try SuperAdmins.list(ListSuperAdminsRequest(), by: access, in: tx).data
    }
  }

  private func setSuperAdmin(_ user: String, _ value: Bool) async throws {
    _ = try await fixture.write { tx in
      try Users.update(
        UpdateUserRequest(id: user, isSuperAdmin: value), by: .holding(.superAdmin), in: &tx)
    }
  }

  private func recover(_ email: String) async throws -> String {
    try await fixture.write { tx in
      try Installations.recover(
        RecoverRequest(email: email, name: "Grace"), passwordHash: AuthFixture.hash,
        by: AuthFixture.operatorAccess, keys: AuthFixture.keys, in: &tx
      ).userId
    }
  }

  private func findings() throws -> [Checks.Finding] {
    try fixture.store.snapshot().read { tx in try Checks.run(by: .unlimited, in: tx) }.findings
  }

  @Test("A super admin who leaves the last organization loses the rights and can't log in")
  func removed() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await fixture.person("bob@x.org", .admin, in: acme, superAdmin: true)
    try await fixture.person("eve@x.org", .admin, in: beta)
    let session = try await fixture.logIn("bob@x.org")
    #expect(try fixture.resolve(session.accessToken).permissions == nil)

    #expect(try await fixture.remove(bob, of: acme))

    #expect(try list().map(\.id) == [ada])
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.logIn("bob@x.org") } == "LOGIN_FAILED")
    #expect(try fixture.actions().contains("password.deleted"))
  }

  @Test("A super admin who is still in another organization keeps the rights and is listed there")
  func removedOnce() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await fixture.person("bob@x.org", .admin, in: acme, superAdmin: true)
    try await fixture.join("bob@x.org", .user, in: beta)
    #expect(try await !fixture.remove(bob, of: acme))
    #expect(try list().first { $0.id == bob }?.organizationIds == [beta])
    _ = try await fixture.logIn("bob@x.org")
  }

  @Test("An organization's admin can't end a super admin's rights by removing the last membership")
  func removedByAdmin() async throws {
    let bob = try await fixture.person("bob@x.org", .admin, in: acme, superAdmin: true)
    let admin = Access.holding(.admin, in: acme)
    let removal = await refusal { try await fixture.remove(bob, of: acme, by: admin) }
    #expect(removal == "PERMISSION_DENIED")
    #expect(try list().count == 2)
    #expect(try await fixture.remove(bob, of: acme, by: .holding(.superAdmin)))
  }

  @Test("The last super admin who can log in can't be lost, even beside one who can't log in")
  func lastUsable() async throws {
    let bob = try await fixture.person("bob@x.org", .admin, in: acme, superAdmin: true)
    // A store of an older version may be in this state.
    try await fixture.write { tx in try Passwords.end(of: bob, in: &tx) }
    #expect(try list().map(\.canLogIn) == [false, true])
    let removal = await refusal { try await fixture.remove(ada, of: acme) }
    let change = await refusal { try await setSuperAdmin(ada, false) }
    let deletion = await refusal {
      try await fixture.write { tx in
        try Organizations.delete(
          DeleteOrganizationRequest(id: acme, confirmName: "Acme"), by: .unlimited, in: &tx)
      }
    }
    #expect([removal, change, deletion] == Array(repeating: "LAST_SUPER_ADMIN", count: 3))
    #expect(try list().count == 2)

    try await fixture.person("grace@x.org", in: acme, superAdmin: true)
    try await fixture.remove(ada, of: acme)
    #expect(try list().map(\.email) == ["grace@x.org", "bob@x.org"])
  }

  @Test("A deleted organization ends the rights of its super admins, and counts them")
  func organizationDeleted() async throws {
    let beta = try await fixture.organization("Beta")
    try await fixture.person("bob@x.org", .admin, in: beta, superAdmin: true)
    let deletion = try await fixture.write { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: beta, confirmName: "Beta"), by: .unlimited, in: &tx)
    }
    #expect(deletion.deleted["super_admin_right"] == 1)
    #expect(deletion.deleted["member"] == 1)
    #expect(try list().map(\.id) == [ada])
    #expect(await refusal { try await fixture.logIn("bob@x.org") } == "LOGIN_FAILED")
    #expect(try findings() == [])
  }

  @Test("Only super admins and the operator may list the super admins")
  func denied() throws {
    #expect(refusal { try list(by: .holding(.admin, in: acme)) } == "PERMISSION_DENIED")
    #expect(try list(by: .holding(.superAdmin)).count == 1)
  }

  @Test("A check warns of a super admin without an organization, whose rights can be removed")
  func withoutMembership() async throws {
    let grace = try await recover("grace@x.org")
    let found = try findings()
    #expect(found.map(\.check) == ["super_admins"])
    #expect(found.allSatisfy { $0.isWarning && $0.remedy.contains(grace) })
    try await setSuperAdmin(grace, false)
    #expect(try findings() == [])
    #expect(try list().map(\.id) == [ada])
  }

  @Test("An unclaimed user can't become a super admin, since the next token holder would be one")
  func unclaimed() async throws {
    let bob = try await fixture.add("bob@x.org", to: acme)
    #expect(await refusal { try await setSuperAdmin(bob, true) } == "USER_UNCLAIMED")
    #expect(try list().map(\.id) == [ada])
  }

  @Test("Only a super admin may change a user without naming an organization")
  func everywhere() async throws {
    let bob = try await fixture.person("bob@x.org", in: acme)
    let reason = await refusal {
      try await fixture.write { tx in
        try Users.update(
          UpdateUserRequest(id: bob, name: "Eve"), by: .holding(.admin, in: acme), in: &tx)
      }
    }
    #expect(reason == "PERMISSION_DENIED")
  }
}
