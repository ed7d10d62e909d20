internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
  @OptionGroup var role: RoleOption
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = CreateInviteRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), email: email,
      role: role.role)
    let created = try await InvitesClient(channel).create(request, options: changeOptions)
    return try Report(
      of: created, id: created.invite?.id ?? "",
      note: change.noteOnSecret("token"))
  }
}
