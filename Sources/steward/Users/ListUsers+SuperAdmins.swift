internal import AdminProtos
internal import AdminServices
internal import IPC

/// `steward users list --super-admins`.
extension ListUsers {
  func superAdmins(over channel: any Channel) async throws -> Report {
    let users = UsersClient(channel)
    let response = try await page.fetch { after, before in
      try await users.listSuperAdmins(
        ListSuperAdminsRequest(
          limit: page.requestedLimit, afterId: after, beforeId: before),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: Self.superAdminColumns, id: \.id,
      note: page.note(for: response))
  }

  private static let superAdminColumns: [Column<SuperAdmin>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("NAME") { $0.name },
    Column("LOGS IN") { $0.canLogIn ? "yes" : "no password" },
    Column("ORGANIZATIONS") { $0.organizationIds.joined(separator: " ") },
  ]
}
