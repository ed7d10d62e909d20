internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
    let users = UsersClient(channel)
    let response = try await page.fetch { after, before in
      try await users.listMemberships(
        ListMembershipsRequest(
          email: email, limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.columns, id: \.id,
      note: response.data.isEmpty
        ? "No organization that you may see has this address." : page.note(for: response))
  }

  private static let columns: [Column<Membership>] = [
    Column("ORGANIZATION") { $0.organizationId },
    Column("NAME") { $0.organizationName },
    Column("USER") { $0.user?.id ?? "" },
    Column("EMAIL") { $0.user?.email ?? "" },
    Column("ROLE") { $0.user?.role ?? "" },
  ]
}
