internal import ArgumentParser
internal import IPC
internal import StewardProtos
internal import StewardServices

/// `steward users remove`.
struct RemoveUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take somebody out of an organization and its workspaces, and archive their keys.")

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = RemoveUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id,
      ifMatch: match.ifMatch ?? "")
    let response = try await UsersClient(channel).remove(request, options: changeOptions)
    return try Report(of: response, id: response.id)
  }
}
