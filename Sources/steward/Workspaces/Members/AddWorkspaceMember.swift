internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members add`.
struct AddWorkspaceMember: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a user of the organization to a workspace.")

  @OptionGroup var member: WorkspaceMemberArguments

  @Option(
    help: ArgumentHelp(
      "The user's role in the workspace: workspace_user, workspace_developer, "
        + "workspace_restricted_developer or workspace_admin."))
  var role = "workspace_user"

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = AddWorkspaceMemberRequest(
      workspaceId: member.workspace, userId: member.user, workspaceRole: role)
    let added = try await WorkspaceMembersClient(channel).add(request, options: changeOptions)
    return try Report(of: added, id: added.userId)
  }
}
