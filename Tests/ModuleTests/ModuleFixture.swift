import Foundation
import IPC
import PluginKit
import PluginTesting
import StewardServices

@testable import OrgsModule
@testable import WorkspacesModule

/// Both modules over one store, each behind the real protocol.
final class ModuleFixture: Sendable {
  let directory: String
  let orgs: OrgsClient
  let workspaces: WorkspacesClient
  private let harnesses: [PluginHarness]

  init(workspaceConfig: [String: String] = [:]) async throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-modules-\(UUID().uuidString)").path
    let orgs = try await PluginHarness(OrgsPlugin.self, name: "orgs", storeDirectory: directory)
    let workspaces = try await PluginHarness(
      WorkspacesPlugin.self, name: "workspaces", storeDirectory: directory,
      config: workspaceConfig)
    harnesses = [orgs, workspaces]
    self.orgs = OrgsClient(orgs.channel)
    self.workspaces = WorkspacesClient(workspaces.channel)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }
}
