import HTTPTypes
import Hummingbird
import IPC
import PluginKit

/// The Admin API's routes.
struct AdminRoutes: Sendable {
  let caller: CallerOrganization
  let host: any IPC.Channel
  /// Counts the invites that are made in each organization.
  let inviteLimiter: RateLimiter

  /// - Parameter invites: How many may be made in an organization in an hour; 0: any number.
  init(host: any IPC.Channel, invitesPerHour invites: Int = 0) {
    self.host = host
    inviteLimiter = RateLimiter(invites, per: .seconds(3600))
    caller = CallerOrganization(host: host)
  }

  var all: [Route] {
    organization + users + invites + workspaces + workspaceMembers + apiKeys
  }
}

extension AdminRoutes {
  /// A function that handles a request of a client whose organization is known.
  typealias Handler = @Sendable (AdminRequest) async throws -> Response

  /// Creates a route of the Admin API. It handles what all requests and responses of the Admin API
  /// have in common.
  ///
  /// - Parameter path: The part of the path after `/v1/organizations`.
  func route(
    _ method: HTTPRequest.Method, _ path: String, _ operation: Operation,
    handler: @escaping Handler
  ) -> Route {
    var operation = operation
    operation.parameters.append(.apiVersion)
    return Route(method, "/v1/organizations\(path)", operation) { [caller, host] request, context in
      var organization = ""
      do {
        let version = try APIVersion(request.headers)
        organization = try await caller.id(for: request, context)
        var response = try await handler(
          AdminRequest(
            request: request, context: context, version: version, organization: organization,
            admissions: Admissions(host: host)))
        response.headers[.organizationID] = organization
        return response
      } catch {
        var error = APIError(ofAdminAPI: error)
        if !organization.isEmpty { error.headers[.organizationID] = organization }
        throw error
      }
    }
  }
}
