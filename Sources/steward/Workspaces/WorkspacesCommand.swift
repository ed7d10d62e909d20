internal import ArgumentParser

/// `steward workspaces`.
struct WorkspacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspaces",
    abstract: "Administer the workspaces of an organization.",
    subcommands: [
      CreateWorkspace.self, GetWorkspace.self, ListWorkspaces.self, UpdateWorkspace.self,
      ArchiveWorkspace.self, WorkspaceMembersCommand.self,
    ])
}
