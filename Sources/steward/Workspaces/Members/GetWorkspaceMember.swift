internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members get`.
struct GetWorkspaceMember: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Show one member, also one with access by a role of the organization.")

  @OptionGroup var member: WorkspaceMemberArguments
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = GetWorkspaceMemberRequest(workspaceId: member.workspace, userId: member.user)
    let found = try await WorkspaceMembersClient(channel).get(request, options: callOptions)
    return try Report(of: found, id: found.userId)
  }
}
