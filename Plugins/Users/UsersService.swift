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
      User(try Members.add(request, by: access, in: &tx))
    }
  }

  func get(_ request: GetUserRequest, context: CallContext) async throws -> User {
    try store.read(context) { access, tx in
      User(try Members.get(request.id, of: request.organizationId, by: access, in: tx))
    }
  }

  func list(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse {
    try store.read(context) { access, tx in
      let page = try Members.list(
        organization: request.organizationId, limit: request.limit, after: request.afterId,
        before: request.beforeId, email: request.email, roles: request.roles,
        search: request.search, by: access, in: tx)
      return ListUsersResponse(page)
    }
  }

  func update(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
    try await store.change(context, request) { access, tx in
      try request.organizationId.isEmpty
        ? User(Users.update(request, by: access, in: &tx))
        : User(Members.update(request, by: access, in: &tx))
    }
  }

  func remove(_ request: RemoveUserRequest, context: CallContext) async throws
    -> RemoveUserResponse
  {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      RemoveUserResponse(try Members.remove(request, by: access, in: &tx), request)
    }
  }

  func leave(_ request: LeaveRequest, context: CallContext) async throws -> RemoveUserResponse {
    try await store.change(context, request, dryRun: request.dryRun) { access, tx in
      RemoveUserResponse(leaving: try Members.leave(request, by: access, in: &tx), request, access)
    }
  }

  func listMemberships(_ request: ListMembershipsRequest, context: CallContext) async throws
    -> ListMembershipsResponse
  {
    try store.read(context) { access, tx in
      ListMembershipsResponse(
        try Members.placements(
          of: request.email, limit: request.limit, after: request.afterId,
          before: request.beforeId, by: access, in: tx))
    }
  }

  func listSuperAdmins(_ request: ListSuperAdminsRequest, context: CallContext) async throws
    -> ListSuperAdminsResponse
  {
    try store.read(context) { access, tx in
      ListSuperAdminsResponse(
        try SuperAdmins.list(
          limit: request.limit, after: request.afterId, before: request.beforeId, by: access,
          in: tx))
    }
  }
}
