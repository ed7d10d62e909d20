import AdminModel
import AdminPlugins
import AdminProtos
import AdminServices
import Foundation
import IPC
import Store

@testable import PluginHost

/// A separate host with two independent organizations, each with an admin.
final class TwoOrganizations: Sendable {
  let maker: Clients
  /// The clients of a caller without a credential.
  let anonymous: Clients
  /// The admin key of the first organization and the super admin, both from the claim.
  let adminKey: Clients
  let superAdmin: TestCaller
  let mallory: TestCaller
  let alpha: String
  let bea: TestCaller
  let beta: String
  private let building: Building
  private let directory: String

  init() async throws {
    directory = NSTemporaryDirectory() + "steward-two-\(UUID().uuidString)"
    let data = try DataDirectory.prepare(directory)
    let store = try Store.openAdmin(
      directory: data.store, options: StoreOptions(durable: false))
    let host = try await InMemoryHost(data, store, services: AdminPlugins.services(over: store))
    maker = Clients(channel: host.operatorChannel)
    anonymous = Clients(channel: host.anonymousChannel)
    building = Building(maker: maker, host: host, store: store)

    let claimed = try await building.claim()
    adminKey = building.clients(claimed.adminKey)
    superAdmin = try await building.logIn("super_admin@own.example")
    alpha = claimed.organizationId
    beta = try await maker.orgs.create(CreateOrganizationRequest(name: "Beta")).id
    mallory = try await building.person("mallory@alpha.example", as: .admin, of: alpha)
    bea = try await building.person("bea@beta.example", as: .admin, of: beta)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func add(
    _ email: String, _ role: Role = .user, name: String = "Added", to organization: String,
    by admin: TestCaller
  ) async throws -> User {
    try await admin.clients.users.add(
      AddUserRequest(
        organizationId: organization, email: email, name: name, role: role.rawValue))
  }

  /// Creates a reset token for a user's password, and uses it.
  @discardableResult
  func choose(_ password: String, for user: String, by admin: TestCaller) async throws
    -> ResetPasswordResponse
  {
    let reset = try await admin.clients.auth.createPasswordReset(
      CreatePasswordResetRequest(userId: user))
    return try await anonymous.auth.resetPassword(
      ResetPasswordRequest(token: reset.token, password: password))
  }

  func logIn(_ email: String, _ password: String) async throws -> TestCaller {
    let tokens = try await anonymous.auth.login(LoginRequest(email: email, password: password))
    return TestCaller(user: tokens.userId, clients: building.clients(tokens.accessToken))
  }

  func person(_ email: String, as role: Role, of organization: String) async throws -> TestCaller {
    try await building.person(email, as: role, of: organization)
  }
}

extension TestCaller {
  /// The organizations in which the person has a role, as `WhoAmI` returns them.
  var organizations: [String] {
    get async throws {
      try await clients.auth.whoAmI(WhoAmIRequest()).organizations.map(\.id)
    }
  }
}
