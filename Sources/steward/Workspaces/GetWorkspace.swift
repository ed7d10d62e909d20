internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces get`.
struct GetWorkspace: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one workspace, archived or not.")

  @Argument(help: "The workspace's id, wrkspc_….")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let workspace = try await WorkspacesClient(channel).get(
      GetWorkspaceRequest(id: id), options: callOptions)
    return try Report(of: workspace, id: workspace.id)
  }
}
