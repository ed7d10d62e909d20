internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites list`.
struct ListInvites: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the invites of an organization that are not withdrawn, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: "Only invites to this mail address; its case and a tag after \"+\" don't matter.")
  var email: String?

  @Option(help: "Only invites with this role; may be repeated.")
  var role: [String] = []

  @Option(help: "Only invites with this status: pending, accepted or expired; may be repeated.")
  var status: [String] = []

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let invites = InvitesClient(channel)
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let response = try await page.fetch { after, before in
      try await invites.list(
        ListInvitesRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, email: email ?? "", roles: role, statuses: status),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.id,
      note: note(for: response, organizationId: organizationId))
  }

  private func note(for response: ListInvitesResponse, organizationId: String) -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    guard email == nil, role.isEmpty, status.isEmpty else { return "No invites match." }
    return "No invites yet. Create one: steward users invite EMAIL --org \(organizationId)"
  }

  private static let columns: [Column<Invite>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("ROLE") { $0.role },
    Column("STATUS") { $0.status },
    Column("INVITED", time: "invited_at"),
    Column("EXPIRES", time: "expires_at"),
  ]
}
