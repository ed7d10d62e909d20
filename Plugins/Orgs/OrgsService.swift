import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.orgs.v1.Orgs` over the admin model.
struct OrgsService: OrgsServiceProtocol {
  let store: AdminStore

  func create(_ request: CreateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    try await store.change(context, request) { access, tx in
      try Organizations.create(request, by: access, in: &tx)
    }
  }

  func get(_ request: GetOrganizationRequest, context: CallContext) async throws -> Organization {
    try store.read(context) { access, tx in
      try Organizations.get(request.id, by: access, in: tx)
    }
  }

  func list(_ request: ListOrganizationsRequest, context: CallContext) async throws
    -> ListOrganizationsResponse
  {
    try store.read(context) { access, tx in
      try Organizations.list(request, by: access, in: tx)
    }
  }

  func update(_ request: UpdateOrganizationRequest, context: CallContext) async throws
    -> Organization
  {
    try await store.change(context, request) { access, tx in
      try Organizations.update(request, by: access, in: &tx)
    }
  }

  func delete(_ request: DeleteOrganizationRequest, context: CallContext) async throws
    -> DeleteOrganizationResponse
  {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      try Organizations.delete(request, by: access, in: &tx)
    }
  }
}
