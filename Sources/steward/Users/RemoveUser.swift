internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users remove`.
struct RemoveUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a member from an organization and its workspaces.",
    discussion: """
      Archives the keys that the member owns, and lists the keys that the member made and that \
      stay. The member may know the secrets of these. With the last membership, the password, the \
      sessions and the rights of a super admin end too. Only a super admin may end those rights.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Show what would end and what would stay, and change nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Give the member's keys to this member instead.", valueName: "user_…"))
  var reassignKeysTo: String?

  @Flag(
    help: "Also archive admin keys, and keys for others or without an owner, that the member made.")
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
