internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users add`.
struct AddUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Create a member without an invite.",
    discussion: """
      The user is unclaimed, even if other organizations know the address: login is not possible \
      until the user joins with a token from an admin: steward users reset-password
      """)

  @Argument(help: "The user's mail address.")
  var email: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: "The user's name, 1 to 100 characters. A returning user keeps the earlier name.")
  var name: String?

  @Option(help: "The user's role: \(UsersCommand.roles).")
  var role = "user"

  @Option(
    help: ArgumentHelp(
      "The id of a key of the organization for the user to own; never the secret.",
      valueName: "apikey_…"))
  var key: String?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = AddUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), email: email,
      name: name ?? "", role: role, keyId: key ?? "")
    let user = try await UsersClient(channel).add(request, options: changeOptions)
    return try Report(of: user, id: user.id)
  }
}

/// `steward users invite`.
struct InviteUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Invite a person to become a member within 21 days.",
    discussion: """
      Prints the token of the invite once. Send it to the invitee, who accepts the invite with: \
      steward invites accept --invite-file FILE
      """)

  @Argument(help: "The invitee's mail address.")
  var email: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: "The user's role: \(UsersCommand.roles).")
  var role = "user"

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = CreateInviteRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), email: email,
      role: role)
    let created = try await InvitesClient(channel).create(request, options: changeOptions)
    return try Report(
      of: created, id: created.invite?.id ?? "",
      note: change.noteOnSecret("token"))
  }
}
