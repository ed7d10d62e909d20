internal import ArgumentParser
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import StoreProtos
internal import WellKnownTypes

/// `steward audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "List who changed what, and verify that the log is intact.",
    subcommands: [ListAudit.self, VerifyAudit.self])
}

/// `steward audit list`.
struct ListAudit: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events of the log, newest first.",
    discussion: """
      --after and --before take the revision of an event. Refused calls are in the log too, \
      counted by caller, method and reason over a minute: --action call.
      """,
    aliases: ["ls"])

  @OptionGroup var filter: EventFilterOptions

  @Option(
    help: ArgumentHelp("Only events of the call with this idempotency key.", valueName: "key"))
  var call: String?

  @Option(
    help: ArgumentHelp(
      "Only events from this time on: a time, such as 2026-11-30, or a time span before now, such "
        + "as 24h.",
      valueName: "time"))
  var from: PastTime?

  @Option(
    help: ArgumentHelp("Only events before this time, in the same forms.", valueName: "time"))
  var to: PastTime?

  @Flag(help: "List the oldest events first.")
  var oldestFirst = false

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for (option, revision) in [("--after", page.after), ("--before", page.before)] {
      if let revision, UInt64(revision).map({ $0 == 0 }) ?? true {
        throw ValidationError(
          "\(option) takes a revision, a number of at least 1, not '\(revision)'.")
      }
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let wanted = try await filter.wanted(over: channel, options: callOptions)
    let now = GoogleTimestamp.now
    let (from, to) = (from?.time(at: now), to?.time(at: now))
    var report = try await page.report(
      columns: Self.columns, id: { String($0.revision) }
    ) { after, before in
      try await AuditClient(channel).list(
        ListAuditRequest(
          limit: page.requestedLimit, afterRevision: UInt64(after) ?? 0,
          beforeRevision: UInt64(before) ?? 0, oldestFirst: oldestFirst, actor: wanted.actor,
          actions: wanted.actions, resource: wanted.resource, call: call ?? "",
          organizationId: wanted.organization, from: from, to: to), options: callOptions)
    }
    if report.items.isEmpty { report.note = "No events match." }
    return report
  }

  private static let columns: [Column<Event>] = [
    Column("REVISION") { String($0.revision) },
    Column("TIME", time: "time"),
    Column("ACTION") { $0.action },
    Column("RESOURCE") { $0.resource },
    Column("ACTOR") { $0.actor },
    Column("PLUGIN") { $0.plugin },
    Column("METHOD") { $0.refused?.text ?? $0.method },
  ]
}

extension RefusedCalls {
  /// The number of refused calls, their reason and their peer. The method is the event's resource.
  fileprivate var text: String {
    "\(Amounts.count(count)) × \(reason.isEmpty ? "several reasons" : reason) "
      + "from \(peer.isEmpty ? "this machine" : peer)"
  }
}
