internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users leave`.
struct LeaveOrganization: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Leave an organization and its workspaces.",
    discussion: """
      Archives the keys that you own there. If it is your last organization, your password and \
      your sessions end too, and you are a member of none until you are invited again.
      """)

  @Option(help: ArgumentHelp("The organization's id.", valueName: "id"))
  var org: String

  @Flag(help: "Show what would end and what would stay, and change nothing.")
  var dryRun = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let response = try await UsersClient(channel).leave(
      LeaveRequest(organizationId: org, dryRun: dryRun),
      options: dryRun ? callOptions : changeOptions)
    return try Report(of: response)
  }
}
