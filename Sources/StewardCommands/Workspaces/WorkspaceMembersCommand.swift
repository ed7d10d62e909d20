internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces members`.
struct WorkspaceMembersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Administer the members of a workspace.",
    discussion: """
      Admins and billing users of the organization have access to every workspace by their role, \
      without being listed.
      """,
    subcommands: [
      AddWorkspaceMember.self, GetWorkspaceMember.self, ListWorkspaceMembers.self,
      UpdateWorkspaceMember.self, RemoveWorkspaceMember.self,
    ])
}

/// The arguments that name a workspace and one of its members.
struct WorkspaceMemberArguments: ParsableArguments {
  @Argument(help: "The workspace's id, wrkspc_….")
  var workspace: String

  @Argument(help: "The user's id, user_….")
  var user: String
}

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
    try await page.report(
      columns: Self.columns, id: \.userId,
      ifEmpty:
        "No members were added yet; admins and billing users of the organization have access "
        + "by their role. Add a member: steward workspaces members add \(workspace) USER"
    ) { after, before in
      try await WorkspaceMembersClient(channel).list(
        ListWorkspaceMembersRequest(
          workspaceId: workspace, limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
  }

  private static let columns: [Column<WorkspaceMember>] = [
    Column("USER") { $0.userId },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("ROLE") { $0.workspaceRole },
    Column("ADDED", time: "added_at"),
  ]
}

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
