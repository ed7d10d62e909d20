internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members remove`.
struct RemoveWorkspaceMember: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a user from a workspace, but not from the organization.")

  @OptionGroup var member: WorkspaceMemberArguments
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = RemoveWorkspaceMemberRequest(
      workspaceId: member.workspace, userId: member.user, ifMatch: match.ifMatch ?? "")
    let response = try await WorkspaceMembersClient(channel).remove(request, options: changeOptions)
    return try Report(of: response, id: response.userId)
  }
}
