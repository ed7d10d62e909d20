internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members list`.
struct ListWorkspaceMembers: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members who were added to a workspace, newest first.",
    aliases: ["ls"])

  @Argument(help: "The workspace's id, wrkspc_….")
  var workspace: String

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let members = WorkspaceMembersClient(channel)
    let response = try await page.fetch { after, before in
      try await members.list(
        ListWorkspaceMembersRequest(
          workspaceId: workspace, limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.userId,
      note: note(for: response))
  }

  private func note(for response: ListWorkspaceMembersResponse) -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    return "No members were added yet; admins and billing users of the organization have access "
      + "by their role. Add a member: steward workspaces members add \(workspace) USER"
  }

  private static let columns: [Column<WorkspaceMember>] = [
    Column("USER") { $0.userId },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("ROLE") { $0.workspaceRole },
    Column("ADDED", time: "added_at"),
  ]
}
