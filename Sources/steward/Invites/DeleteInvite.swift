internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites delete`.
struct DeleteInvite: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Withdraw a pending invite.")

  @Argument(help: "The invite's id, invite_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let response = try await InvitesClient(channel).delete(
      DeleteInviteRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: response, id: response.id)
  }
}
