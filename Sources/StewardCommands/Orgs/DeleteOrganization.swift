internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime

/// `steward orgs delete`.
struct DeleteOrganization: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete an organization and everything in it.",
    discussion: """
      Needs the organization's exact name. Give it with --confirm, or type it when asked on a \
      terminal.
      """)

  @Argument(help: "The organization's id, a UUID.")
  var id: String

  @Option(help: ArgumentHelp("The organization's exact name.", valueName: "name"))
  var confirm: String?

  @Flag(help: "Show what would be deleted, and change nothing.")
  var dryRun = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws {
    guard dryRun || confirm != nil || session.isAttended else { throw unconfirmed }
    try await global.withHost(in: session, makingInstallation: makesInstallation) { channel in
      try await run(over: channel, in: session)
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let orgs = OrgsClient(channel)
    let report =
      dryRun
      ? try await preview(from: orgs) : try await delete(confirmedName(orgs, session), from: orgs)
    try print(report, in: session)
  }

  private var unconfirmed: UsageError {
    UsageError(
      "To delete organization '\(id.asRefused)', give its exact name: add --confirm NAME. "
        + "--dry-run shows what would be deleted.")
  }
}

extension DeleteOrganization {
  private func preview(from orgs: OrgsClient) async throws -> Report {
    let response = try await dryRunResponse(from: orgs)
    return try Report(
      of: response, id: response.id,
      note: "Nothing was changed. To delete: "
        + "steward orgs delete \(response.id) --confirm \(response.name.shellQuoted)")
  }

  private func dryRunResponse(from orgs: OrgsClient) async throws -> DeleteOrganizationResponse {
    let request = DeleteOrganizationRequest(id: id, dryRun: true, ifMatch: match.ifMatch ?? "")
    return try await orgs.delete(request, options: callOptions)
  }

  private func delete(_ name: String, from orgs: OrgsClient) async throws -> Report {
    let request = DeleteOrganizationRequest(
      id: id, confirmName: name, ifMatch: match.ifMatch ?? "")
    let response = try await orgs.delete(request, options: changeOptions)
    return try Report(of: response, id: response.id)
  }

  /// Returns the name given with `--confirm`, or typed by a user who was shown what is deleted.
  private func confirmedName(_ orgs: OrgsClient, _ session: Session) async throws -> String {
    if let confirm { return confirm }
    guard session.isAttended else { throw unconfirmed }
    let preview = try await dryRunResponse(from: orgs)
    let name = preview.name.singleLine
    let typed = try await session.ask(
      "This deletes \(preview.summary) permanently.\n"
        + "To continue, type the organization's name, \(name): ")
    guard typed == preview.name else {
      throw UsageError("The name does not match '\(name)'; nothing was deleted.")
    }
    return preview.name
  }
}

extension DeleteOrganizationResponse {
  /// The deleted resources in words: "organization 'Acme' (organization: 1, workspace: 3)".
  fileprivate var summary: String {
    let counts = deleted.sorted { $0.key < $1.key }.map {
      "\($0.key.replacing("_", with: " ")): \($0.value)"
    }
    return "organization '\(name.singleLine)' (\(counts.joined(separator: ", ")))"
  }
}
