import AdminProtos
import AdminServices
import Hummingbird
import IPC
import PluginKit
import Synchronization

/// A lookup of the organization in which a client acts.
///
/// An admin key belongs to one organization for its whole life, so the organization is remembered.
/// The host still decides with each call what the key may do there.
final class CallerOrganization: Sendable {
  /// The maximum number of remembered keys. It is rare that more keys are in use at the same time.
  /// When it is reached, all keys are forgotten and looked up again.
  private static let most = 4096

  private let host: any IPC.Channel
  private let ofKeys = Mutex<[Credential: String]>([:])

  init(host: any IPC.Channel) {
    self.host = host
  }

  /// Returns the id of the organization.
  ///
  /// - Throws: ``APIError`` if the client has no credential, or if the credential belongs to no
  ///   organization, or to several and the request doesn't select one.
  func id(for request: Request, _ context: GatewayContext) async throws -> String {
    let credential = try context.requireCredential()
    if let known = ofKeys.withLock({ $0[credential] }) { return known }
    let identity = try await AuthClient(host).whoAmI(
      WhoAmIRequest(), options: context.callOptions(for: request))
    let organization = try Self.choose(request, among: identity)
    if identity.type == "admin_key" { remember(organization, of: credential) }
    return organization
  }

  private func remember(_ organization: String, of credential: Credential) {
    ofKeys.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[credential] = organization
    }
  }

  /// Returns the id of the organization that the request means. A user may be a member of several
  /// organizations; then the request must say which one.
  private static func choose(
    _ request: Request, among identity: Identity
  ) throws(APIError) -> String {
    let ids = identity.organizations.map(\.id)
    if let wanted = request.headers[.organizationID] {
      guard ids.contains(wanted) || identity.superAdmin else {
        throw APIError(.notFound, "anthropic-organization-id: the organization doesn't exist.")
      }
      return wanted
    }
    guard let id = ids.first else {
      throw APIError(.permission, "This credential doesn't belong to any organization.")
    }
    guard ids.count == 1 else {
      throw APIError(
        .invalidRequest,
        "anthropic-organization-id: header is required, because you are a member of \(ids.count) "
          + "organizations: \(ids.joined(separator: ", ")).")
    }
    return id
  }
}
