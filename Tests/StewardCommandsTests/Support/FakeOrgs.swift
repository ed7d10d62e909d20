import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Status
import Synchronization

/// Organizations in memory, newest first, without the rules of the real plugin.
final class FakeOrgs: OrgsServiceProtocol {
  private struct State {
    var organizations: [Organization] = []
    var requests: [String] = []
    var idempotencyKeys: [String] = []
  }

  private let state = Mutex(State())

  init(_ organizations: [Organization] = []) {
    state.withLock { $0.organizations = organizations }
  }

  var names: [String] { state.withLock { $0.organizations.map(\.name) } }
  var idempotencyKeys: [String] { state.withLock(\.idempotencyKeys) }

  func create(_ request: CreateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    guard request.name.count <= 100 else { throw Self.nameTooLong }
    return state.withLock { state in
      state.idempotencyKeys.append(context.idempotencyKey)
      let organization = Self.organization(state.organizations.count + 1, named: request.name)
      state.organizations.insert(organization, at: 0)
      return organization
    }
  }

  func get(_ request: GetOrganizationRequest, context: CallContext) async throws -> Organization {
    try find(request.id)
  }

  func list(_ request: ListOrganizationsRequest, context: CallContext) async throws
    -> ListOrganizationsResponse
  {
    let all = state.withLock(\.organizations)
    let start = all.firstIndex { $0.id == request.afterId }.map { $0 + 1 } ?? 0
    let page = Array(all[start...].prefix(Int(request.limit ?? 20)))
    return ListOrganizationsResponse(
      data: page, hasMore: start + page.count < all.count, firstId: page.first?.id,
      lastId: page.last?.id)
  }

  func update(_ request: UpdateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    var organization = try find(request.id)
    organization.name = request.name ?? organization.name
    return organization
  }

  func delete(_ request: DeleteOrganizationRequest, context: CallContext) async throws
    -> DeleteOrganizationResponse
  {
    let organization = try find(request.id)
    if !request.dryRun {
      guard request.confirmName == organization.name else {
        throw Status(.failedPrecondition, reason: "NOT_CONFIRMED", message: "the name differs")
      }
      state.withLock { $0.organizations.removeAll { $0.id == request.id } }
    }
    return DeleteOrganizationResponse(
      id: organization.id, type: "organization_deleted", name: organization.name,
      deleted: ["organization": 1, "workspace": 3], dryRun: request.dryRun)
  }

  private func find(_ id: String) throws -> Organization {
    guard let found = state.withLock({ $0.organizations.first { $0.id == id } }) else {
      throw Status(
        .notFound, reason: "ORGANIZATION_NOT_FOUND", message: "no organization has the id '\(id)'")
    }
    return found
  }

  private static let nameTooLong = Status(
    .invalidArgument, reason: "INVALID_REQUEST", message: "the organization breaks a rule",
    fieldViolations: [
      FieldViolation(field: "name", reason: "TOO_LONG", message: "is longer than 100 characters")
    ])

  /// Returns an organization whose id ends in `number`.
  static func organization(_ number: Int, named name: String) -> Organization {
    Organization(
      id: "0198c0de-0000-7000-8000-\(String(1_000_000_000_000 + number).dropFirst())",
      type: "organization", name: name,
      createdAt: GoogleTimestamp(seconds: 1_767_323_045, nanos: 6_000),
      updatedAt: GoogleTimestamp(seconds: 1_767_323_045, nanos: 6_000),
      defaultWorkspaceId: "wrkspc_\(number)", workspaceCount: 2, memberCount: 5, etag: "\(number)")
  }
}
