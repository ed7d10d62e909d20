internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth sessions`.
struct ListSessions: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List your sessions, or those of a user, newest first.")

  @Option(
    help: ArgumentHelp("List the sessions of this user, as a super admin.", valueName: "id"))
  var user: String?

  @Flag(help: "Include sessions that have ended.")
  var ended = false

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let sessions = SessionsClient(channel)
    let response = try await page.fetch { after, before in
      try await sessions.list(
        ListSessionsRequest(
          userId: user ?? "", limit: page.requestedLimit, afterId: after, beforeId: before,
          includeEnded: ended),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: columns, id: \.id, note: page.note(for: response)
    )
  }

  private var columns: [Column<AdminProtos.Session>] {
    let always: [Column<AdminProtos.Session>] = [
      Column("ID") { $0.current ? "\($0.id) (this one)" : $0.id },
      Column("LABEL") { $0.label },
      Column("REFRESHED", time: "refreshed_at"),
      Column("EXPIRES", time: "expires_at"),
      Column("ENDS", time: "ends_at"),
    ]
    return ended ? always + [Column("ENDED") { $0.endReason }] : always
  }
}
