internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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

/// `steward workspaces list`.
struct ListWorkspaces: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the workspaces of an organization, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Include archived workspaces.")
  var archived = false

  @Flag(name: .customLong("default"), help: "Include the Default Workspace.")
  var includeDefault = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    return try await page.report(
      columns: columns, id: \.id,
      ifEmpty: selection.isGiven
        ? "No workspaces match."
        : "No workspaces yet. Create one: steward workspaces create NAME --org \(organizationId)"
    ) { after, before in
      try await WorkspacesClient(channel).list(
        ListWorkspacesRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, includeArchived: archived, includeDefault: includeDefault,
          ids: selection.id, query: selection.query ?? ""),
        options: callOptions)
    }
  }

  private var columns: [Column<Workspace>] {
    let always: [Column<Workspace>] = [
      Column("ID") { $0.id },
      Column("NAME") { $0.isDefault ? "\($0.name) (default)" : $0.name },
      Column("COLOR") { $0.displayColor },
      Column("TAGS") { $0.tagText },
      Column("CREATED", time: "created_at"),
    ]
    return archived ? always + [Column("ARCHIVED", time: "archived_at")] : always
  }
}

extension Workspace {
  fileprivate var tagText: String {
    tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}

/// `steward workspaces archive`.
struct ArchiveWorkspace: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Archive a workspace permanently.",
    discussion: "Archives its keys too, which stop working at once.")

  @Argument(help: "The workspace's id, wrkspc_….")
  var id: String

  @Flag(help: "Show how many keys would end and when one was last used, and change nothing.")
  var dryRun = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let archived = try await WorkspacesClient(channel).archive(
      ArchiveWorkspaceRequest(id: id, ifMatch: match.ifMatch ?? "", dryRun: dryRun),
      options: dryRun ? callOptions : changeOptions)
    return try Report(
      of: archived, id: id,
      note: dryRun ? "Nothing was changed. Leave --dry-run out to archive the workspace." : nil)
  }
}
