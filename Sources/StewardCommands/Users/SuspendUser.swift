internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users suspend`.
struct SuspendUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: "Take a member's rights and keys until they are resumed.",
    discussion: """
      At once the member has no rights in the organization, and the keys that the member owns stop \
      working. Nothing is deleted. A member who is suspended in every organization can't log in. \
      Admin keys that the member made keep working. The member may know their secrets: see \
      steward admin-keys list
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Show what would stop, and change nothing.")
  var dryRun = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = SuspendUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id,
      ifMatch: match.ifMatch ?? "", dryRun: dryRun)
    let response = try await UsersClient(channel).suspend(
      request, options: dryRun ? callOptions : changeOptions)
    return try Report(
      of: response, id: id,
      note: dryRun
        ? "Nothing was changed. Leave --dry-run out to suspend the member."
        : "To undo it: steward users resume \(id) --org \(request.organizationId)")
  }
}

/// `steward users resume`.
struct ResumeUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Give a suspended member the rights and the keys back.",
    discussion: "Sessions that have ended stay over: the user logs in again.")

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = ResumeUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id,
      ifMatch: match.ifMatch ?? "")
    let user = try await UsersClient(channel).resume(request, options: changeOptions)
    return try Report(of: user, id: user.id)
  }
}
