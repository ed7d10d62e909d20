internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward workspaces create`.
struct CreateWorkspace: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a workspace in an organization.")

  @Argument(help: "The workspace's name, 1 to 40 characters.")
  var name: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: ArgumentHelp("The workspace's colour in lists.", valueName: "#RRGGBB"))
  var color: String?

  @Option(help: ArgumentHelp("A tag; may be repeated.", valueName: "key=value"))
  var tag: [KeyValue] = []

  @OptionGroup var residency: ResidencyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try tag.dictionary(option: "--tag") }

  func report(over channel: any Channel) async throws -> Report {
    let request = CreateWorkspaceRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), name: name,
      displayColor: color, tags: try tag.dictionary(option: "--tag"),
      dataResidency: residency.message)
    let workspace = try await WorkspacesClient(channel).create(request, options: changeOptions)
    return try Report(of: workspace, id: workspace.id)
  }
}
