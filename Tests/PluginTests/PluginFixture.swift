import AdminModel
import AdminServices
import Foundation
import IPC
import IPCProtos
import PluginKit
import PluginTesting
import Store

@testable import AutomationPlugin
@testable import KeysPlugin
@testable import OrgsPlugin
@testable import UsersPlugin
@testable import WorkspacesPlugin

/// The plugins behind the real protocol, over one store. A process can open a store only once, so
/// here they share it.
final class PluginFixture: Sendable {
  let orgs: OrgsClient
  let workspaces: WorkspacesClient
  let keys: KeysClient
  let workspaceMembers: WorkspaceMembersClient
  let users: UsersClient
  let invites: InvitesClient
  let automation: AutomationClient
  private let harness: PluginHarness
  private let directory: String

  init(config: [String: String] = [:]) async throws {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-plugins-\(UUID().uuidString)").path
    harness = try await PluginHarness(
      AllPlugins.self, storeDirectory: directory, secrets: Self.secrets, config: config)
    orgs = OrgsClient(harness.channel)
    workspaces = WorkspacesClient(harness.channel)
    workspaceMembers = WorkspaceMembersClient(harness.channel)
    keys = KeysClient(harness.channel)
    users = UsersClient(harness.channel)
    invites = InvitesClient(harness.channel)
    automation = AutomationClient(harness.channel)
  }

  /// The secrets that the host would derive from a master key.
  private static let secrets = [
    AuthKeys.purpose: [UInt8](repeating: 7, count: 32),
    KeySecrets.purpose: [UInt8](repeating: 1, count: 32),
    ExportSeal.purpose: [UInt8](repeating: 3, count: 32),
  ]

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Returns whether the store's file contains this text.
  func storeContains(_ text: String) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: "\(directory)/data.mdb")).range(of: Data(text.utf8))
      != nil
  }

  /// Returns a channel that calls the plugins on behalf of another principal.
  func channel(as principal: IPCPrincipal) -> any IPC.Channel {
    harness.channel(as: principal)
  }
}

private struct AllPlugins: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let store = try Store.openAdmin(directory: environment.storeDirectory)
    let limit = try WorkspaceLimit(config: environment.config)
    return [
      OrgsService(store: store),
      WorkspacesService(store: store, limit: limit.perOrganization),
      KeysService(
        store: store, secrets: KeySecrets(try environment.secret(KeySecrets.purpose)),
        uses: KeyUses(store: store)),
      WorkspaceMembersService(store: store),
      UsersService(store: store),
      InvitesService(store: store, keys: AuthKeys(try environment.secret(AuthKeys.purpose))),
      AutomationService(
        store: store, limit: limit.perOrganization,
        secrets: ManifestSecrets(
          keys: KeySecrets(try environment.secret(KeySecrets.purpose)),
          auth: AuthKeys(try environment.secret(AuthKeys.purpose))),
        exports: ExportSeal(try environment.secret(ExportSeal.purpose))),
    ]
  }
}
