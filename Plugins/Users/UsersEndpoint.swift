import AdminModel
import PluginKit
import StewardProtos
import StewardServices

/// `steward.users.v1.Users` over the admin model.
struct UsersEndpoint: UsersService {
  let store: Store

  func add(_ request: AddUserRequest, context: CallContext) async throws -> User {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      User(try Members.add(MemberDraft(request), by: access, in: &tx))
    }
  }

  func get(_ request: GetUserRequest, context: CallContext) async throws -> User {
    let access = try Access(context)
    return try store.read { tx in
      User(try Members.get(request.id, of: request.organizationId, by: access, in: tx))
    }
  }

  func list(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse {
    let access = try Access(context)
    return try store.read { tx in
      let page = try Members.list(
        organization: request.organizationId, limit: request.limit, after: request.afterId,
        before: request.beforeId, email: request.email, roles: request.roles, by: access, in: tx)
      return ListUsersResponse(page)
    }
  }

  func update(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      User(
        try Members.update(
          request.id, of: request.organizationId, MemberChanges(request),
          ifMatch: request.ifMatch, sparingAdmins: request.spareAdmins, by: access, in: &tx))
    }
  }

  func remove(_ request: RemoveUserRequest, context: CallContext) async throws
    -> RemoveUserResponse
  {
    let access = try Access(context)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      try Members.remove(
        request.id, of: request.organizationId, ifMatch: request.ifMatch,
        sparingAdmins: request.spareAdmins, by: access, in: &tx)
      return RemoveUserResponse(
        id: request.id, type: "user_deleted", organizationId: request.organizationId)
    }
  }

  private func change(_ context: CallContext) throws -> Change {
    try Change(by: context, module: "users")
  }
}
