import AdminProtos
import AdminServices
import Hummingbird

extension AdminRoutes {
  var users: [Route] { [listUsers, getUser, updateUser, removeUser, signOutUser] }

  private var listUsers: Route {
    route(
      .get, "/users",
      Operation(
        id: "listUsers", tag: "Users",
        summary: "Lists the organization's members, most recently added first.",
        parameters: .page(
          .init(
            "email", .query, .string,
            "Only members with this address. Its case and tag don't matter."),
          .init(
            "roles[]", .query, .array(of: .oneOf(AdminRoles.ofOrganizations)),
            "Only members with one of these roles.")),
        response: .page(of: User.adminFields.schema).named("UserList"))
    ) { [host] request in
      let query = try request.query()
      let page = try PageQuery(query)
      let users = try await UsersClient(host).list(
        ListUsersRequest(
          organizationId: request.organization, limit: page.limit, afterId: page.after,
          beforeId: page.before, email: try query.value("email") ?? "",
          roles: query.values("roles")),
        options: request.options)
      return .json(users.adminJSON(request.json))
    }
  }

  private var getUser: Route {
    route(
      .get, "/users/{user_id}",
      Operation(
        id: "getUser", tag: "Users", summary: "Returns one member of the organization.",
        response: User.adminFields.schema)
    ) { [host] request in
      let user = try await UsersClient(host).get(
        GetUserRequest(organizationId: request.organization, id: try request.id("user_id")),
        options: request.options)
      return .resource(request.json(user), etag: user.etag)
    }
  }

  private var updateUser: Route {
    route(
      .post, "/users/{user_id}",
      Operation(
        id: "updateUser", tag: "Users",
        summary: "Changes a member's role. An admin's role can't be changed here.",
        parameters: [.ifMatch], body: UpdateUserRequest.adminFields.schema,
        response: User.adminFields.schema)
    ) { [host] request in
      var change = try await request.read(
        UpdateUserRequest.adminFields, for: "steward.users.v1.Users/Update")
      change.organizationId = request.organization
      change.id = try request.id("user_id")
      change.ifMatch = try request.ifMatch()
      change.spareAdmins = true
      let user = try await UsersClient(host).update(change, options: request.options)
      return .resource(request.json(user), etag: user.etag)
    }
  }

  private var removeUser: Route {
    route(
      .delete, "/users/{user_id}",
      Operation(
        id: "removeUser", tag: "Users",
        summary: "Removes a member from the organization. An admin can't be removed here.",
        parameters: [.ifMatch], response: RemoveUserResponse.adminFields.schema)
    ) { [host] request in
      let removed = try await UsersClient(host).remove(
        RemoveUserRequest(
          organizationId: request.organization, id: try request.id("user_id"),
          ifMatch: try request.ifMatch(), spareAdmins: true),
        options: request.options)
      return .json(request.json(removed))
    }
  }

  /// The vendor requires a beta header here. A client may leave it out.
  private var signOutUser: Route {
    route(
      .post, "/users/{user_id}/sign_out",
      Operation(
        id: "signOutUser", tag: "Users",
        summary: "Ends every session of a member, who may log in again at once.",
        response: User.adminFields.schema)
    ) { [host] request in
      _ = try await request.read(
        RevokeAllSessionsRequest.adminFields, for: "steward.auth.v1.Sessions/RevokeAll")
      let id = try request.id("user_id")
      // The user is read first: the request may end the session that it is made in.
      let user = try await UsersClient(host).get(
        GetUserRequest(organizationId: request.organization, id: id), options: request.options)
      _ = try await SessionsClient(host).revokeAll(
        RevokeAllSessionsRequest(userId: id, organizationId: request.organization),
        options: request.options)
      return .resource(request.json(user), etag: user.etag)
    }
  }
}
