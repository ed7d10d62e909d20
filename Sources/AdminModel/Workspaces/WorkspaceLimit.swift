internal import Status

/// The maximum number of active workspaces of an organization, as set in the `config` of a plugin's
/// manifest.
public struct WorkspaceLimit: Sendable {
  /// The name of the setting.
  public static let key = "max_workspaces_per_organization"

  /// The maximum number for one organization.
  public let perOrganization: Int

  /// Reads a plugin's settings.
  ///
  /// - Throws: `Status`, when the setting is not a number above 0.
  public init(config: [String: String]) throws {
    guard let text = config[Self.key] else {
      perOrganization = Workspaces.defaultLimit
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
