internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import Status

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
    do {
      return try await page.report(columns: columns, id: \.id) { after, before in
        try await SessionsClient(channel).list(
          ListSessionsRequest(
            userId: user ?? "", limit: page.requestedLimit, afterId: after, beforeId: before,
            includeEnded: ended),
          options: callOptions)
      }
    } catch let status as Status where user == nil && status.lacksUser {
      throw UsageError(
        "You call as no user, and have no sessions. Add --session to list your own, or --user ID.")
    }
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

extension Status {
  /// Whether a method requires a user because the caller is none.
  fileprivate var lacksUser: Bool {
    fieldViolations.contains { $0.field == "user_id" }
  }
}

/// `steward auth revoke`.
struct RevokeSession: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "End one of your sessions or several, or any session as a super admin.",
    discussion: "To sign out another user: steward users sign-out ID")

  @Argument(help: "The session's id, session_….")
  var id: String?

  @Flag(help: "End all your sessions except the one that this command uses.")
  var others = false

  @Flag(help: "End all your sessions.")
  var all = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard [id != nil, others, all].filter(\.self).count == 1 else {
      throw ValidationError("Give a session's id, --others or --all; only one of them.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let sessions = SessionsClient(channel)
    guard let id else {
      let response =
        others
        ? try await sessions.revokeOthers(RevokeOtherSessionsRequest(), options: changeOptions)
        : try await sessions.revokeAll(RevokeAllSessionsRequest(), options: changeOptions)
      return try Report(of: response, id: response.userId)
    }
    let session = try await sessions.revoke(RevokeSessionRequest(id: id), options: changeOptions)
    return try Report(of: session, id: session.id)
  }
}
