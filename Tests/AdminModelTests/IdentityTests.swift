import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The permissions of an identity")
struct IdentityTests {
  let fixture: AuthFixture
  private let acme: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organizationId
  }

  private func identity(_ access: Access) throws -> Identity {
    try fixture.store.read { tx in try Identities.get(access, in: tx) }
  }

  private func names(_ permissions: Set<Permission>) -> [String] {
    permissions.map(\.rawValue).sorted()
  }

  @Test("A super admin, the operator and the host hold all permissions in the installation")
  func everything() async throws {
    let ada = try identity(fixture.access(try await fixture.logIn().accessToken))
    #expect(ada.permissions == ["*"])
    #expect(ada.organizations.map(\.permissions) == [names(Role.superAdmin.permissions)])
    for kind in [IPCPrincipal.Kind.operator, .host] {
      #expect(try identity(Access(of: IPCPrincipal(kind: kind, id: "x"))).permissions == ["*"])
    }
    let plugin = try identity(Access(of: IPCPrincipal(kind: .plugin, id: "x"))).permissions
    #expect(plugin.contains("users.manage") && !plugin.contains("users.reset_passwords"))
  }

  @Test(
    "A member holds in the organization what the role table says, and nothing in the installation",
    arguments: Role.ofOrganizations)
  func member(role: Role) async throws {
    try await fixture.person("bob@x.org", role, in: acme)
    let bob = try identity(fixture.access(try await fixture.logIn("bob@x.org").accessToken))
    #expect(bob.permissions == [])
    #expect(bob.organizations.map(\.permissions) == [names(role.permissions)])
  }

  @Test(
    "A member of a workspace holds there what the role table says", arguments: Role.ofWorkspaces)
  func workspace(role: Role) async throws {
    let acme = acme
    let bob = try await fixture.person("bob@x.org", .claudeCodeUser, in: acme)
    try await fixture.write { tx in
      let room = try Workspaces.create(
        CreateWorkspaceRequest(organizationId: acme, name: "Room"), by: .unlimited, in: &tx)
      try AdminSchema.workspaceMembers.insert(
        WorkspaceMemberRecord(
          workspaceId: room.id, organizationId: acme, userId: bob, role: role.rawValue), in: &tx)
    }
    let identity = try identity(fixture.access(try await fixture.logIn("bob@x.org").accessToken))
    let organization = try #require(identity.organizations.first)
    #expect(organization.permissions == names(Role.claudeCodeUser.permissions))
    #expect(organization.workspaces.map(\.permissions) == [names(role.permissions)])
  }

  @Test("An admin key holds no permission that only people may hold")
  func adminKey() throws {
    let principal = IPCPrincipal(
      kind: .adminKey, id: "adminkey_1", roles: [IPCRoleGrant(role: "admin", organizationId: acme)])
    let held = principal.permissions(at: .organization(acme))
    #expect(held == names(Role.admin.permissions.subtracting([.resetPasswords])))
    #expect(principal.permissions(at: .organization("other")) == [])
  }
}
