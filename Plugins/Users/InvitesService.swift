import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.users.v1.Invites` over the admin model.
struct InvitesService: InvitesServiceProtocol {
  let store: AdminStore
  let keys: AuthKeys

  func create(_ request: CreateInviteRequest, context: CallContext) async throws -> CreatedInvite {
    let token = SecretText(prefix: Invites.tokenPrefix)
    let hash = keys.inviteHash(of: token.text)
    return try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      let invite = try Invites.create(request, tokenHash: hash, by: access, in: &tx)
      return CreatedInvite(invite: invite, token: token.text)
    }
  }

  func get(_ request: GetInviteRequest, context: CallContext) async throws -> Invite {
    try store.read(context, in: request.organizationId) { access, tx in
      try Invites.get(request.id, by: access, in: tx)
    }
  }

  func list(_ request: ListInvitesRequest, context: CallContext) async throws
    -> ListInvitesResponse
  {
    try store.read(context) { access, tx in try Invites.list(request, by: access, in: tx) }
  }

  func renew(_ request: RenewInviteRequest, context: CallContext) async throws -> CreatedInvite {
    let token = SecretText(prefix: Invites.tokenPrefix)
    let hash = keys.inviteHash(of: token.text)
    return try await store.change(
      context, request, in: request.organizationId, sealing: keys.outcomes
    ) { access, tx in
      let invite = try Invites.renew(request, tokenHash: hash, by: access, in: &tx)
      return CreatedInvite(invite: invite, token: token.text)
    }
  }

  func delete(_ request: DeleteInviteRequest, context: CallContext) async throws
    -> DeleteInviteResponse
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      _ = try Invites.delete(request.id, ifMatch: request.ifMatch, by: access, in: &tx)
      return DeleteInviteResponse(id: request.id, type: "invite_deleted")
    }
  }
}
