internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import GoogleProtos
internal import IPC
internal import WellKnownTypes

/// `steward keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Administer API keys.",
    discussion: """
      Issued keys are created and verified here, and their secrets are shown once. Registered keys \
      come from another service, and are stored sealed.
      """,
    subcommands: [
      IssueKey.self, RegisterKey.self, GetKey.self, ListKeys.self, SummarizeKeys.self,
      UpdateKey.self, LinkKey.self, RotateKey.self, RevokeKey.self, VerifyKey.self, RevealKey.self,
      ShowKeyUsage.self,
    ])
}

/// `steward keys get`.
struct GetKey: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one key, without its secret.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).get(GetKeyRequest(id: id), options: callOptions)
    return try Report(of: key, id: key.id)
  }
}

/// `steward keys list`.
struct ListKeys: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys of an organization, newest first.",
    discussion: "A member who may not see all keys gets the keys that they own.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "Only keys with this status: active, inactive, archived or expired; may be repeated.",
      valueName: "status"))
  var status: [String] = []

  @Option(
    help: ArgumentHelp("Only keys of this kind: issued or registered.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("Only keys of this workspace.", valueName: "id"))
  var workspace: String?

  @Option(help: ArgumentHelp("Only keys that this user made.", valueName: "id"))
  var creator: String?

  @Option(help: ArgumentHelp("Only keys that this user owns.", valueName: "id"))
  var user: String?

  @Flag(help: "Only keys without an owner.")
  var unowned = false

  @Option(
    help: ArgumentHelp(
      "Only keys in use that expire before this time: 2026-12-31 (the start of that day in UTC), "
        + "2026-12-31T23:59:59Z, or 30d (from now).",
      valueName: "time"))
  var expiresBefore: Expiry?

  @Option(
    help: ArgumentHelp(
      "Only keys that were made before this time and not used since: 2026-01-31, "
        + "2026-01-31T23:59:59Z, or 90d (ago).",
      valueName: "time"))
  var unusedSince: Expiry?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard user == nil || !unowned else {
      throw ValidationError("Give either --user ID or --unowned.")
    }
  }

  private var isFiltered: Bool {
    !status.isEmpty || unowned || selection.isGiven || expiresBefore != nil || unusedSince != nil
      || [kind, workspace, creator, user].contains { $0 != nil }
  }

  func report(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let now = GoogleTimestamp.now
    return try await page.report(
      columns: Self.columns, id: \.id,
      ifEmpty: isFiltered
        ? "No keys match."
        : "No keys yet. Create one: steward keys issue NAME --org \(organizationId)"
    ) { after, before in
      try await KeysClient(channel).list(
        ListKeysRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, statuses: status, workspaceId: workspace ?? "",
          createdByUserId: creator ?? "", userId: user ?? "", kind: kind ?? "", unowned: unowned,
          expiresBefore: expiresBefore?.time(after: now),
          unusedSince: unusedSince?.time(before: now), query: selection.query ?? "",
          ids: selection.id),
        options: callOptions)
    }
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

/// `steward keys summary`.
struct SummarizeKeys: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Count the keys of an organization or a workspace by status.",
    discussion: """
      "expiring" counts the keys in use that expire within 30 days, and "unowned" those without an \
      owner.
      """)

  @OptionGroup var organization: OrganizationOption

  @Option(help: ArgumentHelp("Only the keys of this workspace.", valueName: "id"))
  var workspace: String?

  @Option(help: "Also count the keys that expire in each of the next weeks.")
  var weeks: UInt32 = 0

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let summary = try await KeysClient(channel).summary(
      KeySummaryRequest(
        organizationId: organizationId, workspaceId: workspace ?? "", weeks: weeks),
      options: callOptions)
    return try Report(of: summary, id: workspace ?? organizationId)
  }
}

/// `steward keys rotate`.
struct RotateKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give an issued key a new secret, and show it once.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var rotation: OverlapOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let request = RotateKeyRequest(
      id: id, overlap: rotation.overlap?.wire, ifMatch: match.ifMatch ?? "")
    let issued = try await KeysClient(channel).rotate(request, options: changeOptions)
    try print(Report(of: issued, id: issued.key?.id ?? ""), secret: "secret", in: session)
  }
}

/// The option for how long the old secret works beside the new one.
struct OverlapOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long the old secret still works, such as 2h; at most 30d. (default: not at all)",
      valueName: "duration"))
  var overlap: TimeSpan?
}

/// `steward keys revoke`.
struct RevokeKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke a key at once and permanently.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @Flag(help: "Show the key as it would be, and change nothing.")
  var dryRun = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).revoke(
      RevokeKeyRequest(id: id, ifMatch: match.ifMatch ?? "", dryRun: dryRun),
      options: dryRun ? callOptions : changeOptions)
    return try Report(
      of: key, id: key.id,
      note: dryRun ? "Nothing was changed. Leave --dry-run out to revoke the key." : nil)
  }
}
