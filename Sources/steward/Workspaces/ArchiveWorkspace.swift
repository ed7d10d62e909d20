internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces archive`.
struct ArchiveWorkspace: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Archive a workspace permanently.")

  @Argument(help: "The workspace's id, wrkspc_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let workspace = try await WorkspacesClient(channel).archive(
      ArchiveWorkspaceRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: workspace, id: workspace.id)
  }
}
