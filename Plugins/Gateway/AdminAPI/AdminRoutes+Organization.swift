import AdminProtos
import AdminServices
import Hummingbird

extension AdminRoutes {
  var organization: [Route] { [getOrganization] }

  private var getOrganization: Route {
    route(
      .get, "/me",
      Operation(
        id: "getOrganization", tag: "Organization",
        summary: "Returns the organization that the credential belongs to.",
        response: Organization.adminFields.schema)
    ) { [host] request in
      let organization = try await OrgsClient(host).get(
        GetOrganizationRequest(id: request.organization), options: request.options)
      return .resource(request.json(organization), etag: organization.etag)
    }
  }
}
