import AdminModel
import AdminProtos
import AdminServices
import IPC
import Status
import Store
import StoreProtos
import Testing

/// A comparison of the store with the acknowledged changes.
struct Reckoning {
  let promised: Ledger

  /// Checks that everything that was acknowledged is listed once, complete, and with the right
  /// counts.
  func checkLists(_ link: Link) async throws {
    let found = try await link.persist("list") { try await Self.organizations($0) }
    #expect(Set(found.map(\.id)).count == found.count, "an organization is listed twice")
    #expect(Set(found.map(\.id)) == Set(promised.organizations.keys))
    for organization in found {
      guard let known = promised.organizations[organization.id] else { continue }
      #expect(organization.name == known.name)
      #expect(organization.defaultWorkspaceId == known.defaultWorkspace)
      #expect(Int(organization.workspaceCount) == known.inUse)
      let workspaces = try await link.persist("list") {
        try await Self.workspaces(of: organization.id, $0)
      }
      check(workspaces, against: known)
    }
  }

  /// Makes every plugin respond to one call.
  static func wakePlugins(_ link: Link) async throws {
    let absent = "01890a5d-ac96-774b-bcce-b302099a8057"
    _ = try await link.persist("wake") { try await organizations($0) }
    _ = try await link.persist("wake") { connection in
      do { return try await workspaces(of: absent, connection).count } catch let status as Status
        where status.code == .notFound
      { return 0 }
    }
  }

  private func check(_ workspaces: [Workspace], against known: Ledger.Organization) {
    #expect(workspaces.filter(\.isDefault).map(\.id) == [known.defaultWorkspace])
    let others = workspaces.filter { !$0.isDefault }
    #expect(Set(others.map(\.id)).count == others.count, "a workspace is listed twice")
    let found = others.map {
      ($0.id, Ledger.Workspace(name: $0.name, isArchived: $0.archivedAt != nil))
    }
    #expect(Dictionary(found) { first, _ in first } == known.workspaces)
  }

  /// Checks that the log has each change once and without a gap, and that its chain is valid.
  func checkLog(of directory: String) throws {
    let store = try Store.openAdmin(directory: directory)
    let last = try store.lastRevision()
    #expect(try store.verifyChain() == last)
    var resources: [String: [String]] = [:]
    var next: UInt64 = 1
    while next <= last {
      let events = try store.events(from: next)
      try #require(events.first?.revision == next)
      for event in events { resources[event.action, default: []].append(event.resource) }
      next += UInt64(events.count)
    }
    expect(resources, "organization.created", promised.createdOrganizations)
    expect(resources, "workspace.created", promised.createdWorkspaces)
    expect(resources, "workspace.archived", promised.archivings)
    let deleted = (resources["organization.deleted"] ?? []) + (resources["workspace.deleted"] ?? [])
    #expect(deleted.sorted() == promised.deletions.sorted())
  }

  private func expect(_ found: [String: [String]], _ action: String, _ promised: [String]) {
    #expect((found[action] ?? []).sorted() == promised.sorted(), "\(action)")
  }

  private static func organizations(_ connection: Connection) async throws -> [Organization] {
    var all: [Organization] = []
    while true {
      let page = try await OrgsClient(connection).list(
        ListOrganizationsRequest(limit: 1000, afterId: all.last?.id ?? ""), options: options)
      all += page.data
      guard page.hasMore else { return all }
    }
  }

  private static func workspaces(of id: String, _ connection: Connection) async throws
    -> [Workspace]
  {
    var all: [Workspace] = []
    while true {
      let request = ListWorkspacesRequest(
        organizationId: id, limit: 1000, afterId: all.last?.id ?? "", includeArchived: true,
        includeDefault: true)
      let page = try await WorkspacesClient(connection).list(request, options: options)
      all += page.data
      guard page.hasMore else { return all }
    }
  }

  private static let options = CallOptions(timeout: .seconds(20))
}
