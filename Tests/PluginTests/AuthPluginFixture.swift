import AdminModel
import AdminPlugins
import AdminProtos
import Foundation
import GoogleProtos
import IPC
import IPCProtos
import PluginTesting
import Store
import WellKnownTypes

/// The services of the auth plugin over a store of its own. The test makes the changes that other
/// plugins would make.
final class AuthPluginFixture: Sendable {
  private static let keys = AuthKeys([UInt8](repeating: 7, count: 32))

  static let operatorPrincipal = IPCPrincipal(kind: .operator, id: "uid:0")
  static let anonymous = IPCPrincipal(kind: .anonymous)

  private let services: InProcessChannel
  /// The channel to the keys plugin, which runs beside the auth plugin.
  let apiKeys: any IPC.Channel
  private let store: Store
  private let directory: String

  init() throws {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-auth-plugin-\(UUID().uuidString)").path
    // The time stands still, so that no wait ends because a test is slow.
    let now = GoogleTimestamp.now
    store = try Store.openAdmin(
      directory: directory, options: StoreOptions(durable: false, clock: { now }))
    apiKeys = PrincipalChannel(
      InProcessChannel(ServiceRouter(try AdminPlugins.services(over: store))),
      principal: Self.operatorPrincipal)
    services = InProcessChannel(
      ServiceRouter(try AdminPlugins.services(over: store, host: apiKeys)))
  }

  /// Returns a channel that calls the plugin on behalf of a principal.
  func channel(as principal: IPCPrincipal) -> any IPC.Channel {
    PrincipalChannel(services, principal: principal)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func organization(_ name: String) async throws -> String {
    try await write { tx in
      try Organizations.create(CreateOrganizationRequest(name: name), by: .unlimited, in: &tx)
    }
    .id
  }

  func invite(_ email: String, to organization: String, token: String) async throws {
    let hash = Self.keys.inviteHash(of: token)
    _ = try await write { tx in
      try Invites.create(
        CreateInviteRequest(organizationId: organization, email: email, role: "developer"),
        tokenHash: hash,
        by: .unlimited, in: &tx)
    }
  }

  @discardableResult
  func add(_ email: String, to organization: String) async throws -> String {
    try await write { tx in
      try Members.add(
        AddUserRequest(organizationId: organization, email: email, name: "Bob", role: "admin"),
        by: .unlimited, in: &tx
      ).id
    }
  }

  /// Returns the events of the store as text, and everything else that the store's file has.
  func storeContains(_ text: String) throws -> Bool {
    let events = try store.read { tx in try tx.events(from: 1) }
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/data.mdb"))
    return "\(events)".contains(text) || file.range(of: Data(text.utf8)) != nil
  }

  func lastRevision() throws -> UInt64 { try store.lastRevision() }

  private func write<R: Sendable>(
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> R
  ) async throws -> R {
    try await store.write(Change(actor: "operator/uid:0", plugin: "test", method: "Test"), body)
  }
}
