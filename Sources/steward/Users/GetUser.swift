internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users get`.
struct GetUser: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one member.")

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = GetUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id)
    let user = try await UsersClient(channel).get(request, options: callOptions)
    return try Report(of: user, id: user.id)
  }
}
