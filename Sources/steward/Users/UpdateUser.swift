internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users update`.
struct UpdateUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a member's role or name.")

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: "Their new role: user, developer, billing, admin or claude_code_user.")
  var role: String?

  @Option(help: "Their new name, 1 to 100 characters: the same in every organization.")
  var name: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Let them do everything in the whole installation, or no longer.")
  var superAdmin: Bool?

  @Flag(help: "Change what is the same in every organization, also of a user who is in none.")
  var everywhere = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard role != nil || name != nil || superAdmin != nil else {
      throw ValidationError(
        "Nothing to change; give --role, --name, --super-admin or --no-super-admin.")
    }
    guard !everywhere || (role == nil && organization.org == nil) else {
      throw ValidationError("--role and --org are about one organization, --everywhere is not.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let request = UpdateUserRequest(
      organizationId: try await organizationId(over: channel), id: id, role: role, name: name,
      ifMatch: match.ifMatch ?? "", isSuperAdmin: superAdmin)
    let user = try await UsersClient(channel).update(request, options: changeOptions)
    return try Report(of: user, id: user.id)
  }

  private func organizationId(over channel: any Channel) async throws -> String {
    guard !everywhere else { return "" }
    return try await organization.id(over: channel, options: callOptions)
  }
}
