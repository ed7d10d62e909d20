internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members update`.
struct UpdateWorkspaceMember: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a member's role in a workspace.")

  @OptionGroup var member: WorkspaceMemberArguments

  @Option(
    help: ArgumentHelp(
      "The new role; workspace_billing restores the inherited role of a billing user."))
  var role: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = UpdateWorkspaceMemberRequest(
      workspaceId: member.workspace, userId: member.user, workspaceRole: role,
      ifMatch: match.ifMatch ?? "")
    let changed = try await WorkspaceMembersClient(channel).update(request, options: changeOptions)
    return try Report(of: changed, id: changed.userId)
  }
}
