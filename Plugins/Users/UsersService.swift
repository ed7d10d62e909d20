import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.users.v1.Users` over the admin model.
struct UsersService: UsersServiceProtocol {
  let store: AdminStore

  func add(_ request: AddUserRequest, context: CallContext) async throws -> User {
    try await store.change(context, request) { access, tx in
      try Members.add(request, by: access, in: &tx)
    }
  }

  func get(_ request: GetUserRequest, context: CallContext) async throws -> User {
    try store.read(context) { access, tx in try Members.get(request, by: access, in: tx) }
  }

  func list(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse {
    try store.read(context) { access, tx in try Members.list(request, by: access, in: tx) }
  }

  func update(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
    try await store.change(context, request) { access, tx in
      try request.organizationId.isEmpty
        ? Users.update(request, by: access, in: &tx)
        : Members.update(request, by: access, in: &tx)
    }
  }

  func remove(_ request: RemoveUserRequest, context: CallContext) async throws
    -> RemoveUserResponse
  {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      try Members.remove(request, by: access, in: &tx)
    }
  }

  func suspend(_ request: SuspendUserRequest, context: CallContext) async throws
    -> SuspendUserResponse
  {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      try Members.suspend(request, by: access, in: &tx)
    }
  }

  func resume(_ request: ResumeUserRequest, context: CallContext) async throws -> User {
    try await store.change(context, request) { access, tx in
      try Members.resume(request, by: access, in: &tx)
    }
  }

  func leave(_ request: LeaveRequest, context: CallContext) async throws -> RemoveUserResponse {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      try Members.leave(request, by: access, in: &tx)
    }
  }

  func listMemberships(_ request: ListMembershipsRequest, context: CallContext) async throws
    -> ListMembershipsResponse
  {
    try store.read(context) { access, tx in
      try Members.listMemberships(request, by: access, in: tx)
    }
  }

  func listSuperAdmins(_ request: ListSuperAdminsRequest, context: CallContext) async throws
    -> ListSuperAdminsResponse
  {
    try store.read(context) { access, tx in try SuperAdmins.list(request, by: access, in: tx) }
  }
}
