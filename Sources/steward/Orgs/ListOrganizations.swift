internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward orgs list`.
struct ListOrganizations: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List organizations, newest first.", aliases: ["ls"])

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let orgs = OrgsClient(channel)
    let response = try await page.fetch { after, before in
      try await orgs.list(
        ListOrganizationsRequest(limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.id,
      note: await note(for: response, over: channel))
  }

  private func note(
    for response: ListOrganizationsResponse, over channel: any Channel
  ) async -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    return await FirstOrganization.advice(over: channel)
  }

  private static let columns: [Column<Organization>] = [
    Column("ID") { $0.id },
    Column("NAME") { $0.name },
    Column("WORKSPACES") { String($0.workspaceCount) },
    Column("MEMBERS") { String($0.memberCount) },
    Column("CREATED", time: "created_at"),
  ]
}
