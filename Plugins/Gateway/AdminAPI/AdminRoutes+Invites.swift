import AdminProtos
import AdminServices
import Hummingbird

extension AdminRoutes {
  var invites: [Route] { [createInvite, listInvites, getInvite, deleteInvite] }

  private var createInvite: Route {
    route(
      .post, "/invites",
      Operation(
        id: "createInvite", tag: "Invites", summary: "Invites a person to the organization.",
        body: CreateInviteRequest.adminFields.schema, response: Invite.adminFields.schema)
    ) { [host, inviteLimiter] request in
      var draft = try await request.read(
        CreateInviteRequest.adminFields, for: "steward.users.v1.Invites/Create")
      try inviteLimiter.admit(request.organization)
      draft.organizationId = request.organization
      let created = try await InvitesClient(host).create(draft, options: request.options)
      let invite = created.invite ?? Invite()
      var response = Response.resource(request.json(invite), etag: invite.etag)
      // The vendor mails the token. Here the client that invites passes it on. The token appears in
      // this response only.
      response.headers[.inviteToken] = created.token
      response.headers[.cacheControl] = "no-store"
      return response
    }
  }

  private var listInvites: Route {
    route(
      .get, "/invites",
      Operation(
        id: "listInvites", tag: "Invites",
        summary: "Lists the organization's invites, newest first, without withdrawn ones.",
        parameters: .page(
          .init(
            "email", .query, .string,
            "Only invites to this address. Its case and tag don't matter."),
          .init(
            "roles[]", .query, .array(of: .oneOf(AdminRoles.ofOrganizations)),
            "Only invites with one of these roles."),
          .init(
            "statuses[]", .query, .array(of: .oneOf(Invite.listedStatuses)),
            "Only invites with one of these statuses.")),
        response: .page(of: Invite.adminFields.schema).named("InviteList"))
    ) { [host] request in
      let query = try request.query()
      let page = try PageQuery(query)
      let invites = try await InvitesClient(host).list(
        ListInvitesRequest(
          organizationId: request.organization, limit: page.limit, afterId: page.after,
          beforeId: page.before, email: try query.value("email") ?? "",
          roles: query.values("roles"), statuses: query.values("statuses")),
        options: request.options)
      return .json(invites.adminJSON(request.json))
    }
  }

  private var getInvite: Route {
    route(
      .get, "/invites/{invite_id}",
      Operation(
        id: "getInvite", tag: "Invites", summary: "Returns one invite, even if it was withdrawn.",
        response: Invite.adminFields.schema)
    ) { [host] request in
      let invite = try await InvitesClient(host).get(
        GetInviteRequest(
          id: try request.id("invite_id"), organizationId: request.organization),
        options: request.options)
      return .resource(request.json(invite), etag: invite.etag)
    }
  }

  private var deleteInvite: Route {
    route(
      .delete, "/invites/{invite_id}",
      Operation(
        id: "deleteInvite", tag: "Invites", summary: "Withdraws a pending invite.",
        parameters: [.ifMatch], response: DeleteInviteResponse.adminFields.schema)
    ) { [host] request in
      let deleted = try await InvitesClient(host).delete(
        DeleteInviteRequest(
          id: try request.id("invite_id"), ifMatch: try request.ifMatch(),
          organizationId: request.organization),
        options: request.options)
      return .json(request.json(deleted))
    }
  }
}
