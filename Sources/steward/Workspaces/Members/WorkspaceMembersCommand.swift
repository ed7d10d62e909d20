internal import ArgumentParser

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
