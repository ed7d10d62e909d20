import HostProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

@Suite("The events that a caller's roles let it read")
struct EventScopeTests {
  /// Returns the scope of a user with these roles, as the auth plugin explains them.
  private func scope(
    _ grants: [IPCRoleGrant], giving given: [RolePermissions], permissions: [String] = ["events"]
  ) -> EventScope {
    let principal = Principal(
      ResolveResponse(
        principal: IPCPrincipal(kind: .user, id: "user_1", roles: grants),
        permissions: permissions, roles: given))
    return EventScope(of: principal.identity(giving: "events"))
  }

  private let admin = RolePermissions(role: "admin", permissions: ["events", "other"])
  private let user = RolePermissions(role: "user", permissions: ["other"])

  @Test("A role lets a caller read the organizations where it is held, and no others")
  func held() {
    let grants = [
      IPCRoleGrant(role: "admin", organizationId: "a"),
      IPCRoleGrant(role: "user", organizationId: "b"),
      IPCRoleGrant(role: "admin", organizationId: "c"),
    ]
    #expect(scope(grants, giving: [admin, user]) == .organizations(["a", "c"]))
    #expect(scope(grants, giving: [user]) == .organizations([]))
    #expect(scope(grants, giving: []) == .organizations([]))
    #expect(scope([], giving: [admin, user]) == .organizations([]))
  }

  @Test("A role in a workspace lets a caller read no events")
  func workspaces() {
    let grants = [
      IPCRoleGrant(role: "admin", organizationId: "a", workspaceId: "w"),
      IPCRoleGrant(role: "admin", workspaceId: "w"),
    ]
    #expect(scope(grants, giving: [admin]) == .organizations([]))
  }

  @Test("A role in the whole installation, or one that gives everything, lets a caller read all")
  func everything() {
    #expect(scope([IPCRoleGrant(role: "admin")], giving: [admin]) == .everything)
    #expect(scope([IPCRoleGrant(role: "user")], giving: [user]) == .organizations([]))
    let all = RolePermissions(role: "super", permissions: ["*"])
    #expect(scope([IPCRoleGrant(role: "super")], giving: [all]) == .everything)
    #expect(
      scope([IPCRoleGrant(role: "super", organizationId: "a")], giving: [all])
        == .organizations(["a"]))
    #expect(scope([], giving: [], permissions: ["*"]) == .everything)
  }

  @Test("The operator and plugins read all events, and an unknown caller reads none")
  func kinds() {
    for kind in [IPCPrincipal.Kind.operator, .plugin, .host] {
      let principal = Principal(unlimited: IPCPrincipal(kind: kind, id: "x"))
      #expect(EventScope(of: principal.identity(giving: "events")) == .everything)
    }
    #expect(EventScope(of: Principal.anonymous.identity(giving: "events")) == .organizations([]))
    #expect(EventScope(of: nil) == .organizations([]))
    #expect(EventScope(of: IPCPrincipal()) == .organizations([]))
  }

  @Test("A request for an organization narrows what a caller reads, and never widens it")
  func narrowing() throws {
    #expect(try EventScope.everything.narrowed(to: "") == nil)
    #expect(try EventScope.everything.narrowed(to: "a") == ["a"])
    let own = EventScope.organizations(["a", "b"])
    #expect(try own.narrowed(to: "") == ["a", "b"])
    #expect(try own.narrowed(to: "b") == ["b"])
    #expect(try EventScope.organizations([]).narrowed(to: "") == [])
    let refusal = #expect(throws: (any Error).self) { try own.narrowed(to: "c") }
    #expect(refusal.map { Status(describing: $0).reason } == "ORGANIZATION_NOT_FOUND")
  }
}
