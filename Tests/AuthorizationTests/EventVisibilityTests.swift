import AdminModel
import AdminProtos
import AdminServices
import HostProtos
import HostServices
import IPC
import Status
import StoreProtos
import Testing

@Suite("The events that a caller may read", .timeLimit(.minutes(2)))
struct EventVisibilityTests {
  let fixture: TwoOrganizations

  /// Creates two organizations with events of every kind, in turns.
  init() async throws {
    fixture = try await TwoOrganizations()
    for number in 1...12 {
      let (organization, admin) =
        number.isMultiple(of: 2)
        ? (fixture.alpha, fixture.mallory) : (fixture.beta, fixture.bea)
      let added = try await fixture.add(
        "person\(number)@example.com", to: organization, by: admin)
      let workspace = try await admin.clients.workspaces.create(
        CreateWorkspaceRequest(organizationId: organization, name: "w\(number)")
      ).id
      _ = try await admin.clients.workspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: workspace, userId: added.id, workspaceRole: "workspace_user"))
      _ = try await admin.clients.keys.issue(
        IssueKeyRequest(workspaceId: workspace, name: "key \(number)"))
      _ = try await admin.clients.invites.create(
        CreateInviteRequest(
          organizationId: organization, email: "guest\(number)@example.com", role: "user"))
    }
  }

  /// Returns all events that the caller can list, page by page.
  private func listed(
    by clients: Clients, _ request: ListAuditRequest = ListAuditRequest()
  ) async throws -> [Event] {
    var request = request
    request.limit = 7
    var events: [Event] = []
    while true {
      let page = try await clients.audit.list(request)
      events += page.data
      guard page.hasMore else { return events }
      request.afterRevision = page.lastRevision
    }
  }

  private func watched(
    by clients: Clients, _ organization: String = ""
  ) async throws -> [Event] {
    var events: [Event] = []
    for try await event in try await clients.host.watch(
      WatchRequest(fromRevision: 1, once: true, organizationId: organization))
    {
      events.append(event)
    }
    return events
  }

  private func status(of body: () async throws -> some Sendable) async -> Status {
    do {
      _ = try await body()
      return .ok
    } catch {
      return Status(describing: error)
    }
  }

  @Test("An admin and an admin key read every event of their organization, and no other event")
  func ownOnly() async throws {
    let all = try await watched(by: fixture.maker)
    let readers = [
      (fixture.mallory.clients, fixture.alpha), (fixture.adminKey, fixture.alpha),
      (fixture.bea.clients, fixture.beta),
    ]
    for (clients, organization) in readers {
      let own = all.filter { $0.organizationId == organization }
      #expect(own.count >= 6 * 5)
      #expect(try await listed(by: clients).reversed() == own)
      #expect(try await watched(by: clients) == own)
      #expect(try await watched(by: clients, organization) == own)
    }
  }

  @Test("Events that belong to no organization are only for callers who may read all events")
  func ofNone() async throws {
    let all = try await watched(by: fixture.maker)
    #expect(all.contains { $0.organizationId.isEmpty && $0.action == "session.created" })
    #expect(try await watched(by: fixture.superAdmin.clients).count >= all.count)
    #expect(try await listed(by: fixture.superAdmin.clients).count >= all.count)
    for action in ["session.", "user.", "password.", "installation."] {
      let found = try await listed(
        by: fixture.mallory.clients, ListAuditRequest(actions: [action]))
      #expect(found.allSatisfy { $0.organizationId == fixture.alpha }, "\(action)")
    }
  }

  @Test("No filter reaches the events of another organization")
  func filters() async throws {
    let foreign = try await watched(by: fixture.maker, fixture.beta)
    for event in foreign {
      for request in [
        ListAuditRequest(resource: event.resource),
        ListAuditRequest(actor: event.actor, actions: [event.action]),
        ListAuditRequest(beforeRevision: max(event.revision, 2) - 1),
        ListAuditRequest(from: event.time),
      ] {
        let page = try await fixture.mallory.clients.audit.list(request)
        #expect(page.data.allSatisfy { $0.organizationId == fixture.alpha })
      }
    }
  }

  @Test("Another organization is refused like one that doesn't exist")
  func foreign() async throws {
    let nowhere = Place.nowhere.organization
    for organization in [fixture.beta, nowhere] {
      for clients in [fixture.mallory.clients, fixture.adminKey] {
        let list = await status {
          try await clients.audit.list(ListAuditRequest(organizationId: organization))
        }
        let watch = await status { try await watched(by: clients, organization) }
        for refusal in [list, watch] {
          #expect(refusal.reason == "ORGANIZATION_NOT_FOUND")
          #expect(refusal.message == "There is no organization \"\(organization)\".")
        }
      }
    }
  }

  @Test(
    "A caller without the admin's role reads no events",
    arguments: Role.ofOrganizations.filter { $0 != .admin })
  func others(role: Role) async throws {
    let person = try await fixture.person(
      "\(role.rawValue)@alpha.example", as: role, of: fixture.alpha)
    for organization in ["", fixture.alpha, fixture.beta] {
      let list = await status {
        try await person.clients.audit.list(ListAuditRequest(organizationId: organization))
      }
      let watch = await status { try await watched(by: person.clients, organization) }
      #expect(list.reason == "PERMISSION_DENIED")
      #expect(watch.reason == "PERMISSION_DENIED")
    }
  }

  @Test("An admin of one organization who has a lesser role in another reads only the first")
  func lesserRole() async throws {
    let mallory = try await fixture.person(
      "mallory@alpha.example", as: .developer, of: fixture.beta)
    #expect(try await mallory.organizations.count == 2)
    let found = Set(try await watched(by: mallory.clients).map(\.organizationId))
    #expect(found == [fixture.alpha])
  }

  @Test("An admin's verification of the whole log is refused")
  func verification() async throws {
    for clients in [fixture.mallory.clients, fixture.adminKey] {
      let refusal = await status { try await clients.audit.verify(VerifyAuditRequest()) }
      #expect(refusal.reason == "PERMISSION_DENIED")
    }
  }

  @Test("A watch ends with the commit that takes the role from its caller")
  func roleLost() async throws {
    let first = try await fixture.maker.audit.list(ListAuditRequest(limit: 1)).lastRevision
    let events = try await fixture.mallory.clients.host.watch(
      WatchRequest(fromRevision: first + 1))
    let iterator = events.makeAsyncIterator()
    try await change("one")
    #expect(try await iterator.next()?.organizationId == fixture.alpha)
    _ = try await fixture.maker.users.update(
      UpdateUserRequest(
        organizationId: fixture.alpha, id: fixture.mallory.user ?? "", role: "developer"))
    do {
      while let event = try await iterator.next() { Issue.record("\(event)") }
      Issue.record("The watch ended without a refusal.")
    } catch {
      #expect((error as? Status)?.reason == "PERMISSION_DENIED")
    }
  }

  @Test("A watch of an admin of two organizations narrows to the one that is left")
  func narrowed() async throws {
    let bea = try await fixture.person("bea@beta.example", as: .admin, of: fixture.alpha)
    let first = try await fixture.maker.audit.list(ListAuditRequest(limit: 1)).lastRevision
    let events = try await bea.clients.host.watch(WatchRequest(fromRevision: first + 1))
    let iterator = events.makeAsyncIterator()
    try await change("one")
    #expect(try await iterator.next()?.organizationId == fixture.alpha)
    _ = try await fixture.maker.users.remove(
      RemoveUserRequest(organizationId: fixture.alpha, id: bea.user ?? ""))
    try await change("two")
    _ = try await fixture.maker.workspaces.create(
      CreateWorkspaceRequest(organizationId: fixture.beta, name: "last"))
    #expect(try await iterator.next()?.organizationId == fixture.beta)
  }

  /// Changes something in the first organization.
  private func change(_ name: String) async throws {
    _ = try await fixture.maker.workspaces.create(
      CreateWorkspaceRequest(organizationId: fixture.alpha, name: name))
  }
}
