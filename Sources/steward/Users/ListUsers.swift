internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users list`.
struct ListUsers: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members of an organization, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: "Only members with this mail address; its case and a tag after \"+\" don't matter.")
  var email: String?

  @Option(
    help: "Only members whose name or mail address has words that begin so, such as \"ada lov\".")
  var search: String?

  @Option(help: "Only members with this role; may be repeated.")
  var role: [String] = []

  @Flag(help: "List the super admins of the installation instead.")
  var superAdmins = false

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !superAdmins || (organization.org == nil && !isFiltered) else {
      throw ValidationError("--super-admins excludes --org, --email, --search and --role.")
    }
    guard search?.isEmpty != true else {
      throw ValidationError("--search is empty; give a part of a name, or leave the option out.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    guard !superAdmins else { return try await superAdmins(over: channel) }
    return try await members(over: channel)
  }

  private func members(over channel: any Channel) async throws -> Report {
    let users = UsersClient(channel)
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let response = try await page.fetch { after, before in
      try await users.list(
        ListUsersRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, email: email ?? "", roles: role, search: search ?? ""),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.id,
      note: note(for: response, organizationId: organizationId))
  }

  private func note(for response: ListUsersResponse, organizationId: String) -> String? {
    guard response.data.isEmpty, page.after == nil, page.before == nil else {
      return page.note(for: response)
    }
    guard !isFiltered else { return "No members match." }
    return "No members yet. Invite one: steward users invite EMAIL --org \(organizationId)"
  }

  private var isFiltered: Bool { email != nil || search != nil || !role.isEmpty }

  private static let columns: [Column<User>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("ROLE") { $0.isSuperAdmin ? "\($0.role) (super admin)" : $0.role },
    Column("ADDED", time: "added_at"),
  ]
}
