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

  @Option(help: "Only members with this role; may be repeated.")
  var role: [String] = []

  @Flag(help: "List the super admins of the installation instead.")
  var superAdmins = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !superAdmins || (organization.org == nil && !isFiltered) else {
      throw ValidationError("--super-admins excludes --org, --email, --role, --query and --id.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    guard !superAdmins else { return try await superAdmins(over: channel) }
    return try await members(over: channel)
  }

  private func members(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    return try await page.report(
      columns: Self.columns, id: \.id,
      ifEmpty: isFiltered
        ? "No members match."
        : "No members yet. Invite one: steward users invite EMAIL --org \(organizationId)"
    ) { after, before in
      try await UsersClient(channel).list(
        ListUsersRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, email: email ?? "", roles: role,
          query: selection.query ?? "", ids: selection.id),
        options: callOptions)
    }
  }

  private var isFiltered: Bool { email != nil || !role.isEmpty || selection.isGiven }

  private static let columns: [Column<User>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("ROLE") { $0.roleText },
    Column("ADDED", time: "added_at"),
  ]

  private func superAdmins(over channel: any Channel) async throws -> Report {
    try await page.report(columns: Self.superAdminColumns, id: \.id) { after, before in
      try await UsersClient(channel).listSuperAdmins(
        ListSuperAdminsRequest(limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
  }

  private static let superAdminColumns: [Column<SuperAdmin>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("LOGS IN") { $0.canLogIn ? "yes" : "no password" },
    Column("ORGANIZATIONS") { $0.organizationIds.joined(separator: " ") },
  ]
}

extension User {
  /// The role, and what else decides about the user's rights.
  fileprivate var roleText: String {
    let notes = [isSuperAdmin ? "super admin" : nil, suspendedAt == nil ? nil : "suspended"]
      .compactMap(\.self)
    return notes.isEmpty ? role : "\(role) (\(notes.joined(separator: ", ")))"
  }
}

/// `steward users memberships`.
struct ListMemberships: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "memberships",
    abstract: "List the organizations of a mail address that you may see.")

  @Argument(help: "The mail address; its case and a tag after \"+\" don't matter.")
  var email: String

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    var report = try await page.report(columns: Self.columns, id: \.id) { after, before in
      try await UsersClient(channel).listMemberships(
        ListMembershipsRequest(
          email: email, limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
    if report.items.isEmpty { report.note = "No organization that you may see has this address." }
    return report
  }

  private static let columns: [Column<Membership>] = [
    Column("ORGANIZATION") { $0.organizationId },
    Column("NAME") { $0.organizationName },
    Column("USER") { $0.user?.id ?? "" },
    Column("EMAIL") { $0.user?.email ?? "" },
    Column("ROLE") { $0.user?.role ?? "" },
  ]
}
