internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward admin-keys create`.
struct CreateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create an admin key, and show it once.")

  @Argument(help: "The key's name, 1 to 100 characters.")
  var name: String

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "How long the key works, such as 90m or 30d. (default: unlimited)", valueName: "duration"))
  var lifetime: TimeSpan?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let created = try await AdminKeysClient(channel).create(
      CreateAdminKeyRequest(
        organizationId: try await organization.id(over: channel, options: callOptions),
        name: name, lifetime: lifetime?.wire),
      options: changeOptions)
    try Report(of: created, id: created.key?.id ?? "")
      .print(secret: "admin key", as: global.output, change, to: session.console)
  }
}
