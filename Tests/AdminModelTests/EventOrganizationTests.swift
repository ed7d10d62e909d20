import AdminProtos
import GoogleProtos
import Store
import StoreProtos
import Testing

@testable import AdminModel

@Suite("The organizations of events")
struct EventOrganizationTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// Returns the organizations of the events with a topic after a revision.
  private func organizations(_ topics: String..., after revision: UInt64) throws -> Set<String> {
    let events = try fixture.store.events(from: revision + 1)
    #expect(Set(events.map { String($0.topic) }) == Set(topics))
    return Set(events.map(\.organizationId))
  }

  @Test("Events of an organization and its workspaces belong to the organization")
  func places() async throws {
    let acme = try await fixture.organization("Acme")
    _ = try await fixture.workspace(in: acme.id)
    #expect(try organizations("organization", "workspace", after: 0) == [acme.id])
    let before = try fixture.store.lastRevision()
    let other = try await fixture.organization("Other")
    #expect(try organizations("organization", "workspace", after: before) == [other.id])
  }

  @Test("Events of members, unclaimed users, invites and keys belong to their organization")
  func people() async throws {
    let acme = try await fixture.organization("Acme")
    let workspace = try await fixture.workspace(in: acme.id)
    let before = try fixture.store.lastRevision()
    _ = try await fixture.write { tx in
      let user = try Members.add(
        AddUserRequest(
          organizationId: acme.id, email: "a@example.com", name: "A", role: "user"),
        by: .unlimited, in: &tx)
      try AdminSchema.workspaceMembers.insert(
        WorkspaceMemberRecord(
          workspaceId: workspace.id, organizationId: acme.id, userId: user.id,
          role: "workspace_user"), in: &tx)
      try AdminSchema.invites.insert(
        InviteRecord(
          resource: Invite(id: "invite_1", organizationId: acme.id, email: "b@example.com"),
          tokenHash: [1]), in: &tx)
      try AdminSchema.keys.insert(
        KeyRecord(
          resource: ApiKey(
            id: "apikey_1", organizationId: acme.id, workspaceId: workspace.id,
            partialKeyHint: "hint"), secretHash: [1]), in: &tx)
      try AdminSchema.adminKeys.insert(
        AdminKeyRecord(
          resource: AdminKey(id: "adminkey_1", organizationId: acme.id), secretHash: [1]),
        in: &tx)
      return user
    }
    #expect(
      try organizations(
        "user", "member", "workspace_member", "invite", "api_key", "admin_key", after: before)
        == [acme.id])
  }

  @Test("A user who claims an account leaves the organization, and the account belongs to none")
  func accounts() async throws {
    let acme = try await fixture.organization("Acme")
    let before = try fixture.store.lastRevision()
    _ = try await fixture.write { tx in
      try AdminSchema.users.insert(
        UserRecord(id: "user_1", email: "a@example.com", name: "A", unclaimedIn: acme.id), in: &tx)
      try AdminSchema.users.update("user_1", action: "user.claimed", in: &tx) {
        $0.unclaimedIn = ""
      }
      try AdminSchema.users.update("user_1", in: &tx) { $0.name = "B" }
      try AdminSchema.passwords.insert(PasswordRecord(userId: "user_1"), in: &tx)
    }
    let events = try fixture.store.events(from: before + 1)
    #expect(events.map(\.organizationId) == [acme.id, acme.id, "", ""])
  }
}
