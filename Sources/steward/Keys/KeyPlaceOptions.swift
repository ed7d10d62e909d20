internal import ArgumentParser
internal import IPC

/// The options for the workspace, the owner and the expiry of a new key.
struct KeyPlaceOptions: ParsableArguments {
  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp("Its workspace. Default: the organization's own.", valueName: "id"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The member whose key it is to be. Default: you, if you are logged in as one.",
      valueName: "id"))
  var user: String?

  @Flag(
    name: .customLong("no-user"),
    help: "The key is a service's: it has no owner, and stays when you leave.")
  var isOwnerless = false

  @Option(
    help: ArgumentHelp(
      "When it stops working: 2026-12-31, when that day begins in UTC, 2026-12-31T23:59:59Z, or 90d from now.",
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
