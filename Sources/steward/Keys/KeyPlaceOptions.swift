internal import ArgumentParser
internal import IPC

/// The options for the workspace, the owner and the expiry of a new key.
struct KeyPlaceOptions: ParsableArguments {
  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "The key's workspace. (default: the Default Workspace)", valueName: "id"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The member who owns the key. (default: you, if you are logged in as a member)",
      valueName: "id"))
  var user: String?

  @Flag(
    name: .customLong("no-user"),
    help: "The key belongs to a service: it has no owner, and stays when you leave.")
  var isOwnerless = false

  @Option(
    help: ArgumentHelp(
      "When the key stops working: 2026-12-31 (the start of that day in UTC), "
        + "2026-12-31T23:59:59Z, or 90d (from now).",
      valueName: "time"))
  var expiresAt: Expiry?

  func validate() throws {
    guard user == nil || !isOwnerless else {
      throw ValidationError("Give either --user ID or --no-user.")
    }
  }
}

extension KeyPlaceOptions {
  /// Returns the organization's id, or an empty text if only a workspace is given: the workspace
  /// determines its organization.
  func organizationID(over channel: any Channel, options: CallOptions) async throws -> String {
    if workspace != nil { return organization.org ?? "" }
    return try await organization.id(over: channel, options: options)
  }
}
