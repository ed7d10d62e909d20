internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users add`.
struct AddUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make somebody a member at once, without an invite.",
    discussion: """
      The user is unclaimed, whatever other organizations know of the address: no one can log in as \
      them until the person joins by a token that an admin makes: steward users reset-password
      """)

  @Argument(help: "Their mail address.")
  var email: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: "Their name, 1 to 100 characters. Who comes back keeps the one of before.")
  var name: String?

  @OptionGroup var role: RoleOption

  @Option(
    help: ArgumentHelp(
      "A key of the organization that is to be theirs, by its id; never the secret.",
      valueName: "apikey_…"))
  var key: String?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = AddUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), email: email,
      name: name ?? "", role: role.role, keyId: key ?? "")
    let user = try await UsersClient(channel).add(request, options: changeOptions)
    return try Report(of: user, id: user.id)
  }
}
