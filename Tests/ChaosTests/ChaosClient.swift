import AdminProtos
import AdminServices
import Foundation
import IPC
import Randomness

/// A client that changes its own organizations at random. Each change has an idempotency key, and
/// is repeated until it is acknowledged.
struct ChaosClient: Sendable {
  let name: String
  let link: Link
  private var random: SeededRandom
  private(set) var ledger = Ledger()
  private var changes = 0

  init(_ name: String, _ site: TestInstallation, seed: UInt64) {
    self.name = name
    link = Link(site)
    random = SeededRandom(seed)
  }

  /// Makes changes until the task is cancelled. The last change is still completed.
  mutating func work() async throws {
    while !Task.isCancelled {
      try await change()
    }
  }

  private mutating func change() async throws {
    changes += 1
    let organization = ledger.organizations.keys.sorted().randomElement(using: &random)
    guard let organization, ledger.organizations.count >= 2 else { return try await createOrg() }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: try await createOrg()
    case 1: if ledger.organizations.count > 6 { try await delete(organization) }
    case 2: try await rename(organization)
    case 3..<5: try await archive(in: organization)
    case 5..<7: try await renameWorkspace(in: organization)
    default: try await createWorkspace(in: organization)
    }
  }

  /// The options of one change. Its key is the same in every attempt.
  private var options: CallOptions {
    CallOptions(timeout: .seconds(20), idempotencyKey: "\(name)-\(changes)")
  }

  private func persist<Response: Sendable>(
    _ what: String, _ call: @Sendable @escaping (Connection) async throws -> Response
  ) async throws -> Response {
    // A task of its own, because a change that has begun is completed even if this task is
    // cancelled.
    try await Task { [link] in try await link.persist(what, call) }.value
  }

  private mutating func createOrg() async throws {
    let (request, options) = (CreateOrganizationRequest(name: "\(name) \(changes)"), options)
    let response = try await persist("create") {
      try await OrgsClient($0).create(request, options: options)
    }
    ledger.organizations[response.id] = Ledger.Organization(
      name: request.name, defaultWorkspace: response.defaultWorkspaceId)
    ledger.createdOrganizations.append(response.id)
    ledger.createdWorkspaces.append(response.defaultWorkspaceId)
    ledger.acknowledged += 1
  }

  private mutating func rename(_ id: String) async throws {
    let request = UpdateOrganizationRequest(id: id, name: "\(name) renamed \(changes)")
    let options = options
    _ = try await persist("rename") { try await OrgsClient($0).update(request, options: options) }
    ledger.organizations[id]?.name = request.name ?? ""
    ledger.acknowledged += 1
  }

  private mutating func delete(_ id: String) async throws {
    guard let known = ledger.organizations[id] else { return }
    let request = DeleteOrganizationRequest(id: id, confirmName: known.name)
    let options = options
    _ = try await persist("delete") { try await OrgsClient($0).delete(request, options: options) }
    ledger.organizations[id] = nil
    ledger.deletions += [id, known.defaultWorkspace] + known.workspaces.keys
    ledger.acknowledged += 1
  }

  private mutating func createWorkspace(in organization: String) async throws {
    guard ledger.organizations[organization]?.inUse ?? 0 < 100 else { return }
    let request = CreateWorkspaceRequest(
      organizationId: organization, name: "\(name) \(changes)", tags: ["by": name])
    let options = options
    let response = try await persist("create workspace") {
      try await WorkspacesClient($0).create(request, options: options)
    }
    ledger.organizations[organization]?.workspaces[response.id] = Ledger.Workspace(
      name: request.name)
    ledger.createdWorkspaces.append(response.id)
    ledger.acknowledged += 1
  }

  private mutating func renameWorkspace(in organization: String) async throws {
    guard let id = randomWorkspace(in: organization) else { return }
    let request = UpdateWorkspaceRequest(id: id, name: "\(name) again \(changes)")
    let options = options
    _ = try await persist("rename workspace") {
      try await WorkspacesClient($0).update(request, options: options)
    }
    ledger.organizations[organization]?.workspaces[id]?.name = request.name ?? ""
    ledger.acknowledged += 1
  }

  private mutating func archive(in organization: String) async throws {
    guard let id = randomWorkspace(in: organization) else { return }
    let (request, options) = (ArchiveWorkspaceRequest(id: id), options)
    _ = try await persist("archive") {
      try await WorkspacesClient($0).archive(request, options: options)
    }
    ledger.organizations[organization]?.workspaces[id]?.isArchived = true
    ledger.archivings.append(id)
    ledger.acknowledged += 1
  }

  /// Returns a workspace in use, because an archived workspace can't change any more.
  private mutating func randomWorkspace(in organization: String) -> String? {
    ledger.organizations[organization]?.workspaces.filter { !$0.value.isArchived }.keys.sorted()
      .randomElement(using: &random)
  }
}
