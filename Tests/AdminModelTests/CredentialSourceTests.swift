import AdminProtos
import Store
import StoreProtos
import Testing

@testable import AdminModel

/// The host remembers the principal of a credential until an event that the result depends on.
@Suite("The events that change a resolved credential")
struct CredentialSourceTests {
  @Test(
    "Every change of a resolved credential has an event that the credential depends on",
    arguments: Deed.changing)
  func changing(deed: Deed) async throws {
    let world = try await World()
    let before = try world.holders()
    let revision = try world.fixture.store.lastRevision()
    try await deed.act(world)
    let after = try world.holders(), kinds = try world.kinds(after: revision)
    #expect(before != after)
    for (one, other) in zip(before, after) where one != other {
      #expect(!kinds.isDisjoint(with: one?.dependsOn ?? []), "\(kinds)")
    }
  }

  @Test(
    "An event that changes no resolved credential is none that a credential depends on",
    arguments: Deed.unrelated)
  func unrelated(deed: Deed) async throws {
    let world = try await World()
    let before = try world.holders()
    let revision = try world.fixture.store.lastRevision()
    try await deed.act(world)
    #expect(try world.holders() == before)
    let kinds = try world.kinds(after: revision)
    #expect(!kinds.isEmpty)
    for holder in before { #expect(kinds.isDisjoint(with: holder?.dependsOn ?? [])) }
  }

  /// A change to make in the fixture.
  struct Deed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: @Sendable (World) async throws -> Void

    init(
      _ description: String,
      _ act: @escaping @Sendable (World, inout WriteTransaction) throws -> Void
    ) {
      testDescription = description
      self.act = { world in try await world.fixture.write { tx in try act(world, &tx) } }
    }
  }

  /// An organization with an admin key, and with a member who is also in a workspace and is logged
  /// in.
  struct World: Sendable {
    let fixture: AuthFixture
    let organization: String
    let workspace: String
    let user: String
    let session: SessionTokens
    let adminKey: MadeAdminKey

    init() async throws {
      fixture = try AuthFixture()
      try await fixture.claim()
      let organization = try await fixture.organization("Beta")
      let user = try await fixture.person("bob@example.com", in: organization)
      let made = try await fixture.write { tx in
        _ = try Members.add(
          AddUserRequest(
            organizationId: organization, email: "ann@example.com", name: "Ann", role: "admin"),
          by: .unlimited, in: &tx)
        let workspace = try Workspaces.create(
          CreateWorkspaceRequest(organizationId: organization, name: "Lab"), by: .unlimited, in: &tx
        ).id
        _ = try WorkspaceMembers.add(
          AddWorkspaceMemberRequest(
            workspaceId: workspace, userId: user, workspaceRole: "workspace_user"),
          by: .unlimited, in: &tx)
        let key = try AdminKeys.create(
          CreateAdminKeyRequest(organizationId: organization, name: "CI"), by: .unlimited,
          keys: AuthFixture.keys,
          in: &tx)
        return (workspace: workspace, key: key)
      }
      (self.organization, workspace, self.user) = (organization, made.workspace, user)
      adminKey = made.key
      session = try await fixture.logIn("bob@example.com")
    }

    /// Returns the holders of the member's token and of the admin key. A credential that no longer
    /// works gives nil.
    func holders() throws -> [AdminModel.Credentials.Holder?] {
      [try? fixture.resolve(session.accessToken), try? fixture.resolve(adminKey.secret)]
    }

    func kinds(after revision: UInt64) throws -> Set<String> {
      Set(
        try fixture.store.events(from: revision + 1).map { String($0.action.prefix { $0 != "." }) })
    }
  }
}

extension CredentialSourceTests.Deed {
  static let changing = [
    Self("another role in the organization") { world, tx in
      _ = try Members.update(
        UpdateUserRequest(organizationId: world.organization, id: world.user, role: "developer"),
        by: .unlimited, in: &tx)
    },
    Self("removal from the organization") { world, tx in
      try Members.remove(
        RemoveUserRequest(organizationId: world.organization, id: world.user), by: .unlimited,
        in: &tx)
    },
    Self("suspension in the organization") { world, tx in
      _ = try Members.suspend(
        SuspendUserRequest(organizationId: world.organization, id: world.user), by: .unlimited,
        in: &tx)
    },
    Self("membership of another organization") { world, tx in
      let other = try Organizations.create(
        CreateOrganizationRequest(name: "Other"), by: .unlimited, in: &tx
      ).id
      let user = try AdminSchema.users.require(world.user, in: tx).record
      _ = try Members.insert(user, role: "user", into: other, in: &tx)
    },
    Self("another role in the workspace") { world, tx in
      _ = try WorkspaceMembers.update(
        UpdateWorkspaceMemberRequest(
          workspaceId: world.workspace, userId: world.user, workspaceRole: "workspace_admin"),
        by: .unlimited, in: &tx)
    },
    Self("removal from the workspace") { world, tx in
      try WorkspaceMembers.remove(
        RemoveWorkspaceMemberRequest(workspaceId: world.workspace, userId: world.user),
        by: .unlimited, in: &tx)
    },
    Self("the deletion of the organization") { world, tx in
      _ = try Organizations.delete(
        DeleteOrganizationRequest(id: world.organization, confirmName: "Beta"), by: .unlimited,
        in: &tx)
    },
    Self("the rights over the installation") { world, tx in
      _ = try Installations.recover(
        RecoverRequest(email: "bob@example.com", name: "Bob"), passwordHash: AuthFixture.hash,
        by: AuthFixture.operatorAccess, keys: AuthFixture.keys, in: &tx)
    },
    Self("the end of the session") { world, tx in
      _ = try Sessions.revoke(world.session.sessionId, by: .unlimited, in: &tx)
    },
    Self("logging out") { world, tx in
      _ = try Sessions.logOut(world.session.refreshToken, keys: AuthFixture.keys, in: &tx)
    },
    Self("the revocation of the admin key") { world, tx in
      _ = try AdminKeys.revoke(
        world.adminKey.key.id, ifMatch: "", by: .unlimited, in: &tx)
    },
  ]

  static let unrelated = [
    Self("another workspace, and its end") { world, tx in
      let other = try Workspaces.create(
        CreateWorkspaceRequest(organizationId: world.organization, name: "Other"), by: .unlimited,
        in: &tx
      ).id
      _ = try Workspaces.archive(ArchiveWorkspaceRequest(id: other), by: .unlimited, in: &tx)
    },
    Self("the end of the person's own workspace") { world, tx in
      _ = try Workspaces.archive(
        ArchiveWorkspaceRequest(id: world.workspace), by: .unlimited, in: &tx)
    },
    Self("an invite") { world, tx in
      _ = try Invites.create(
        CreateInviteRequest(
          organizationId: world.organization, email: "eve@example.com", role: "user"),
        tokenHash: [1, 2, 3], by: .unlimited, in: &tx)
    },
  ]
}
