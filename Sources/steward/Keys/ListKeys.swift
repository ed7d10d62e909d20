internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys list`.
struct ListKeys: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys of an organization, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "Only keys with this status: active, inactive, archived or expired.", valueName: "status"))
  var status: String?

  @Option(help: ArgumentHelp("Only keys of this workspace.", valueName: "id"))
  var workspace: String?

  @Option(help: ArgumentHelp("Only keys that this user made.", valueName: "id"))
  var creator: String?

  @Option(help: ArgumentHelp("Only keys that this user owns.", valueName: "id"))
  var user: String?

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let keys = KeysClient(channel)
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let response = try await page.fetch { after, before in
      try await keys.list(
        ListKeysRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, status: status ?? "", workspaceId: workspace ?? "",
          createdByUserId: creator ?? "", userId: user ?? ""),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.id,
      note: note(for: response, organizationId: organizationId))
  }

  private func note(for response: ListKeysResponse, organizationId: String) -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    let isFiltered = [status, workspace, creator, user].contains { $0 != nil }
    return isFiltered
      ? "No keys match."
      : "No keys yet. Create one: steward keys issue NAME --org \(organizationId)"
  }

  private static let columns: [Column<ApiKey>] = [
    Column("ID") { $0.id },
    Column("NAME") { $0.name },
    Column("KEY") { $0.partialKeyHint },
    Column("KIND") { $0.kind },
    Column("STATUS") { $0.status },
    Column("LAST USED", time: "last_used_at"),
    Column("EXPIRES", time: "expires_at"),
  ]
}
