internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let workspaces = WorkspacesClient(channel)
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let response = try await page.fetch { after, before in
      try await workspaces.list(
        ListWorkspacesRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, includeArchived: archived, includeDefault: includeDefault),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: columns, id: \.id,
      note: note(for: response, organizationId: organizationId))
  }

  private func note(for response: ListWorkspacesResponse, organizationId: String) -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    return "No workspaces yet. Create one: steward workspaces create NAME --org \(organizationId)"
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
