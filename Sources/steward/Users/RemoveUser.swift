internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users remove`.
struct RemoveUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a member out of an organization and its workspaces.",
    discussion: """
      Archives the keys that the member owns, and says which of those that they made stay. They may \
      know the secrets of these. With the last membership the password and the sessions end, and the \
      rights of a super admin, which only a super admin may end.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Show what would end and what would stay, and change nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Give the member's keys to another one, instead.", valueName: "user_…"))
  var reassignKeysTo: String?

  @Flag(help: "Also archive the keys that they made for others, or for no one, and admin keys.")
  var archiveCreated = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = RemoveUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id,
      ifMatch: match.ifMatch ?? "", dryRun: dryRun, reassignKeysTo: reassignKeysTo ?? "",
      archiveCreated: archiveCreated)
    let response = try await UsersClient(channel).remove(
      request, options: dryRun ? callOptions : changeOptions)
    return try Report(of: response)
  }
}
