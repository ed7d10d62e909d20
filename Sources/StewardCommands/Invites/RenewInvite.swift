internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites renew`.
struct RenewInvite: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Give a pending or expired invite a new token and 21 more days.",
    discussion: """
      Prints the new token once. Send it to the invitee, since the former token no longer works.
      """)

  @Argument(help: "The invite's id, invite_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let renewed = try await InvitesClient(channel).renew(
      RenewInviteRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: renewed, id: id, note: change.noteOnSecret("token"))
  }
}
