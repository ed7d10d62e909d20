import Hummingbird
import PluginKit
import ProtobufRuntime
import StewardProtos
import StewardServices

extension AdminRoutes {
  var organization: [Route] {
    [
      Route(
        .get, "/v1/organizations/me",
        Operation(
          id: "getOrganization", tag: "Organization",
          summary: "Returns the organization that the credential belongs to.",
          parameters: [.apiVersion], answer: Organization.adminSchema)
      ) { [self] request, context in
        _ = try APIVersion(request.headers)
        let id = try await caller.id(for: request, context)
        let organization = try await OrgsClient(host).get(
          GetOrganizationRequest(id: id), options: context.callOptions(for: request))
        return .json(organization.adminJSON)
      }
    ]
  }
}

extension Organization {
  static let adminSchema = Schema.object(
    .init("id", .uuid), .init("type", .constant("organization")), .init("name", .string)
  ).named("Organization")

  /// The organization as the Admin API shows it.
  var adminJSON: JSONValue {
    .object([("id", .string(id)), ("type", .string("organization")), ("name", .string(name))])
  }
}
