import AdminModel
import AdminPlugins
import AdminServices
import Foundation
import HostServices
import IPC
import IPCProtos
import PluginKit
import PluginTesting
import Store

/// The plugins behind the real protocol, over one store. A process can open a store only once, so
/// here they share it.
final class PluginFixture: Sendable {
  let orgs: OrgsClient
  let directory: DirectoryClient
  let workspaces: WorkspacesClient
  let keys: KeysClient
  let workspaceMembers: WorkspaceMembersClient
  let users: UsersClient
  let invites: InvitesClient
  let automation: AutomationClient
  let integrity: IntegrityCheckClient
  private let harness: PluginHarness
  private let folder: String

  init(config: [String: String] = [:]) async throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-plugins-\(UUID().uuidString)").path
    harness = try await PluginHarness(
      AllPlugins.self, storeDirectory: folder, secrets: AdminPlugins.secrets, config: config)
    orgs = OrgsClient(harness.channel)
    directory = DirectoryClient(harness.channel)
    workspaces = WorkspacesClient(harness.channel)
    workspaceMembers = WorkspaceMembersClient(harness.channel)
    keys = KeysClient(harness.channel)
    users = UsersClient(harness.channel)
    invites = InvitesClient(harness.channel)
    automation = AutomationClient(harness.channel)
    integrity = IntegrityCheckClient(harness.channel)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Returns whether the store's file contains this text.
  func storeContains(_ text: String) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder)/data.mdb")).range(of: Data(text.utf8))
      != nil
  }

  /// Returns a channel that calls the plugins on behalf of another principal.
  func channel(as principal: IPCPrincipal) -> any IPC.Channel {
    harness.channel(as: principal)
  }
}

private struct AllPlugins: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    try AdminPlugins.services(
      over: Store.openAdmin(directory: environment.storeDirectory), config: environment.config)
  }
}
