internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites get`.
struct GetInvite: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one invite, withdrawn or not, without its token.")

  @Argument(help: "The invite's id, invite_….")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let invite = try await InvitesClient(channel).get(
      GetInviteRequest(id: id), options: callOptions)
    return try Report(of: invite, id: invite.id)
  }
}
