import AdminModel
import PluginKit

/// How many workspaces an organization may have in use, as the manifest's `config` says.
struct WorkspaceLimit {
  static let key = "max_workspaces_per_organization"

  let perOrganization: Int

  init(config: [String: String]) throws {
    guard let text = config[Self.key] else {
      perOrganization = Workspaces.usualLimit
      return
    }
    guard let number = Int(text), number > 0 else {
      throw Status(
        .invalidArgument, reason: "INVALID_CONFIG",
        message: "config.\(Self.key) must be a whole number above 0, not \"\(text)\".")
    }
    perOrganization = number
  }
}
