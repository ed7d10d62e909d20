import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Synchronization

/// An invites service that returns one invite and keeps its list requests.
final class FakeInvites: InvitesServiceProtocol {
  private let listed = Mutex<[ListInvitesRequest]>([])

  var lists: [ListInvitesRequest] { listed.withLock { $0 } }

  static let token = "stw-invite-secret"

  func create(_ request: CreateInviteRequest, context: CallContext) async throws -> CreatedInvite {
    CreatedInvite(
      invite: Invite(id: "invite_1", type: "invite", email: request.email, role: request.role),
      token: Self.token)
  }

  func get(_ request: GetInviteRequest, context: CallContext) async throws -> Invite {
    Invite(id: request.id, type: "invite", status: "pending")
  }

  func list(_ request: ListInvitesRequest, context: CallContext) async throws
    -> ListInvitesResponse
  {
    listed.withLock { $0.append(request) }
    let time = GoogleTimestamp(seconds: 1_767_323_045)
    let invite = Invite(
      id: "invite_1", type: "invite", email: "jane@x.org", role: "user", invitedAt: time,
      expiresAt: time, status: "expired")
    return ListInvitesResponse(data: [invite], firstId: invite.id, lastId: invite.id)
  }

  func renew(_ request: RenewInviteRequest, context: CallContext) async throws -> CreatedInvite {
    CreatedInvite(invite: Invite(id: request.id, type: "invite"), token: Self.token)
  }

  func delete(_ request: DeleteInviteRequest, context: CallContext) async throws
    -> DeleteInviteResponse
  {
    DeleteInviteResponse(id: request.id, type: "invite_deleted")
  }
}
