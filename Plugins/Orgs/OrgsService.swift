import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.orgs.v1.Orgs` over the admin model.
struct OrgsService: OrgsServiceProtocol {
  let store: Store

  func create(_ request: CreateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      let stored = try Organizations.create(named: request.name, by: access, in: &tx)
      return try Organization(stored, in: tx)
    }
  }

  func get(_ request: GetOrganizationRequest, context: CallContext) async throws -> Organization {
    let access = try Access(context)
    return try store.read { tx in
      try Organization(try Organizations.get(request.id, by: access, in: tx), in: tx)
    }
  }

  func list(_ request: ListOrganizationsRequest, context: CallContext) async throws
    -> ListOrganizationsResponse
  {
    let access = try Access(context)
    return try store.read { tx in
      let page = try Organizations.list(
        limit: request.limit, after: request.afterId, before: request.beforeId, by: access, in: tx)
      return try ListOrganizationsResponse(page, in: tx)
    }
  }

  func update(_ request: UpdateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      let stored = try Organizations.update(
        request.id, name: request.name, ifMatch: request.ifMatch, by: access, in: &tx)
      return try Organization(stored, in: tx)
    }
  }

  func delete(_ request: DeleteOrganizationRequest, context: CallContext) async throws
    -> DeleteOrganizationResponse
  {
    guard !request.dryRun else { return try await previewDeletion(request, context: context) }
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      let deletion = try Organizations.delete(
        request.id, confirmation: request.confirmName, ifMatch: request.ifMatch, by: access,
        in: &tx)
      return DeleteOrganizationResponse(deletion, dryRun: false)
    }
  }

  /// Runs the same deletion, and rolls it back.
  private func previewDeletion(_ request: DeleteOrganizationRequest, context: CallContext)
    async throws -> DeleteOrganizationResponse
  {
    let access = try Access(context)
    return try await store.dryRun(change(context)) { tx in
      let deletion = try Organizations.delete(
        request.id, confirmation: nil, ifMatch: request.ifMatch, by: access, in: &tx)
      return DeleteOrganizationResponse(deletion, dryRun: true)
    }
  }

  private func change(_ context: CallContext) throws -> Change {
    try Change(by: context, plugin: "orgs")
  }
}
