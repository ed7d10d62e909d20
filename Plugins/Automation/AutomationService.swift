import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.automation.v1.Automation` over the admin model. Each streaming method is in its own
/// file.
struct AutomationService: AutomationServiceProtocol {
  let store: AdminStore
  /// The number of workspaces in use that an organization may have.
  let limit: Int
  /// The secrets with which the keys and invites of a manifest are created.
  let secrets: ManifestSecrets
  /// The seal that authenticates exports.
  let exports: ExportSeal
}
