internal import Status

/// How many workspaces an organization may have in use, as the `config` of a plugin's manifest says.
public struct WorkspaceLimit: Sendable {
  /// The name of the setting.
  public static let key = "max_workspaces_per_organization"

  /// The number.
  public let perOrganization: Int

  /// Reads a plugin's settings.
  ///
  /// - Throws: ``Status``, when what they say is no number above 0.
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
