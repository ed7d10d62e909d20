import AdminModel
import AdminPlugins
import AdminProtos
import AdminServices
import Foundation
import GoogleProtos
import HTTPTypes
import Hummingbird
import IPC
import IPCProtos
import Logging
import NIOCore
import PluginTesting
import ProtobufRuntime
import Store
import WellKnownTypes

@testable import GatewayPlugin

/// The Admin API in front of the real plugins, which share a store in this process, and an
/// organization with an admin key.
final class AdminFixture: Sendable {
  static let key = "sk-stw-admin01-test"

  /// The channel to the plugins, for what the Admin API can't do.
  let plugins: InProcessChannel
  let host: KeyholderChannel
  let store: Store
  let organization: Organization
  private let routes: RouteTable
  private let directory: String

  init(
    workspaceLimit: Int = 100, invitesPerHour: Int = 0,
    clock: (@Sendable () -> GoogleTimestamp)? = nil
  ) async throws {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-gateway-\(UUID().uuidString)").path
    store = try Store.openAdmin(
      directory: directory,
      options: StoreOptions(durable: false, clock: clock ?? { GoogleTimestamp.now }))
    let config = [WorkspaceLimit.key: "\(workspaceLimit)"]
    plugins = InProcessChannel(
      ServiceRouter(try AdminPlugins.services(over: store, config: config)))
    host = KeyholderChannel(plugins)
    routes = RouteTable(routes: AdminRoutes(host: host, invitesPerHour: invitesPerHour).all)
    organization = try await OrgsClient(PrincipalChannel(plugins, principal: .operatorForTests))
      .create(CreateOrganizationRequest(name: "Acme"))
    try await admit(Self.key, to: organization.id)
  }

  /// Makes a credential stand for a new admin key of an organization.
  func admit(_ credential: String, to organization: String) async throws {
    let made = try await AdminKeysClient(operatorChannel).create(
      CreateAdminKeyRequest(organizationId: organization, name: credential))
    host.admit(credential, as: .adminKey(made.key?.id ?? "", of: organization))
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// The channel to the plugins on behalf of the operator.
  var operatorChannel: any IPC.Channel {
    PrincipalChannel(plugins, principal: .operatorForTests)
  }

  /// Sends a request with only the given headers.
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], body: String = ""
  ) async -> AdminResponse {
    let request = Request.forTests(path, headers, method: method, body: body)
    return await AdminResponse(routes.pipeline().respond(to: request, from: .loopback))
  }

  /// Sends a request with the usual headers and a key.
  func send(
    _ method: HTTPRequest.Method = .get, _ path: String, _ body: String = "",
    version: String = "2026-10-21", key: String = AdminFixture.key,
    with headers: [String: String] = [:]
  ) async -> AdminResponse {
    let usual = ["anthropic-version": version, "authorization": "Bearer \(key)"]
    return await send(
      method, "/v1/organizations\(path)", usual.merging(headers) { _, own in own }, body: body)
  }

  func get(_ path: String, version: String = "2026-10-21") async -> AdminResponse {
    await send(.get, path, version: version)
  }

  func post(_ path: String, _ body: String = "") async -> AdminResponse {
    await send(.post, path, body)
  }

  func delete(_ path: String) async -> AdminResponse {
    await send(.delete, path)
  }
}

extension AdminFixture {
  /// Makes a user a member without an invite, which the Admin API can't do.
  @discardableResult
  func member(_ name: String, _ role: String = "user") async throws -> String {
    try await UsersClient(operatorChannel).add(
      AddUserRequest(
        organizationId: organization.id, email: "\(name)@example.com", name: name, role: role)
    ).id
  }

  /// Makes a person a member who has accepted an invite, and logs in.
  func person(_ name: String, _ role: String = "user") async throws -> SessionTokens {
    let email = "\(name)@example.com"
    let invited = try await InvitesClient(operatorChannel).create(
      CreateInviteRequest(organizationId: organization.id, email: email, role: role))
    let accepted = try await AuthClient(operatorChannel).acceptInvite(
      AcceptInviteRequest(
        token: invited.token, name: name, password: "correct horse battery",
        newSession: NewSession(label: "test")))
    return accepted.session ?? SessionTokens()
  }

  func workspace(_ name: String = "Room") async throws -> String {
    try await WorkspacesClient(operatorChannel).create(
      CreateWorkspaceRequest(organizationId: organization.id, name: name)
    ).id
  }

  func apiKey(_ name: String = "Key", in workspace: String = "", of user: String = "") async throws
    -> String
  {
    let issued = try await KeysClient(operatorChannel).issue(
      IssueKeyRequest(
        workspaceId: workspace, organizationId: organization.id, name: name, userId: user))
    return issued.key?.id ?? ""
  }
}

extension IPCPrincipal {
  static let operatorForTests = IPCPrincipal(kind: .operator, id: "uid:0")

  static func adminKey(_ id: String, of organization: String) -> IPCPrincipal {
    IPCPrincipal(
      kind: .adminKey, id: id,
      roles: [IPCRoleGrant(role: "admin", organizationId: organization)])
  }

  static func user(_ id: String, admin organizations: String...) -> IPCPrincipal {
    IPCPrincipal(
      kind: .user, id: id,
      roles: organizations.map { IPCRoleGrant(role: "admin", organizationId: $0) })
  }
}
