import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Synchronization

/// A users service that returns fixed users and keeps its requests.
final class FakeUsers: UsersServiceProtocol {
  private let added = Mutex<[AddUserRequest]>([])
  private let listed = Mutex<[ListUsersRequest]>([])
  private let updated = Mutex<[UpdateUserRequest]>([])

  var additions: [AddUserRequest] { added.withLock { $0 } }
  var lists: [ListUsersRequest] { listed.withLock { $0 } }
  var updates: [UpdateUserRequest] { updated.withLock { $0 } }

  static let jane = User(
    id: "user_1", type: "user", email: "jane@x.org", name: "Jane", role: "admin",
    addedAt: GoogleTimestamp(seconds: 1_767_323_045), isSuperAdmin: true)

  func add(_ request: AddUserRequest, context: CallContext) async throws -> User {
    added.withLock { $0.append(request) }
    return Self.jane
  }

  func get(_ request: GetUserRequest, context: CallContext) async throws -> User {
    User(id: request.id, type: "user", organizationId: request.organizationId)
  }

  func list(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse {
    listed.withLock { $0.append(request) }
    guard request.email != "unknown@x.org" else { return ListUsersResponse() }
    return ListUsersResponse(data: [Self.jane], firstId: "user_1", lastId: "user_1")
  }

  func update(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
    updated.withLock { $0.append(request) }
    return Self.jane
  }

  func remove(_ request: RemoveUserRequest, context: CallContext) async throws
    -> RemoveUserResponse
  {
    let keys = ["ended", "kept"].map { outcome in
      LeaverKey(
        id: "apikey_\(outcome)", type: "api_key", name: "CI", workspaceId: "wrkspc_1",
        partialKeyHint: "sk-stw-R2D...igAA", outcome: outcome)
    }
    return RemoveUserResponse(
      id: request.id, type: "user_deleted", organizationId: request.organizationId, keys: keys,
      endedKeys: 1, keptKeys: 1, dryRun: request.dryRun, superAdminEnded: request.id == "user_2")
  }

  func suspend(_ request: SuspendUserRequest, context: CallContext) async throws
    -> SuspendUserResponse
  {
    let user = User(
      id: request.id, type: "user", role: "user", organizationId: request.organizationId,
      suspendedAt: GoogleTimestamp(seconds: 1_767_323_045))
    return SuspendUserResponse(
      user: user, stoppedKeys: 2, endedSessions: 1, dryRun: request.dryRun)
  }

  func resume(_ request: ResumeUserRequest, context: CallContext) async throws -> User {
    User(id: request.id, type: "user", organizationId: request.organizationId)
  }

  func leave(_ request: LeaveRequest, context: CallContext) async throws -> RemoveUserResponse {
    RemoveUserResponse(
      id: "user_1", type: "user_deleted", organizationId: request.organizationId,
      dryRun: request.dryRun)
  }

  func listMemberships(_ request: ListMembershipsRequest, context: CallContext) async throws
    -> ListMembershipsResponse
  {
    guard request.email != "unknown@x.org" else { return ListMembershipsResponse() }
    return ListMembershipsResponse(data: [
      Membership(
        id: "acme/user_1", type: "membership", organizationId: "acme", organizationName: "Acme",
        user: Self.jane)
    ])
  }

  func listSuperAdmins(_ request: ListSuperAdminsRequest, context: CallContext) async throws
    -> ListSuperAdminsResponse
  {
    let ada = SuperAdmin(
      id: "user_1", type: "super_admin", email: "ada@x.org", name: "Ada", canLogIn: true,
      organizationIds: ["acme", "beta"])
    let bob = SuperAdmin(id: "user_2", type: "super_admin", email: "bob@x.org", name: "Bob")
    return ListSuperAdminsResponse(data: [ada, bob], firstId: "user_1", lastId: "user_2")
  }
}
