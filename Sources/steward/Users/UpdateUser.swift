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

  @Option(help: "The new role: user, developer, billing, admin or claude_code_user.")
  var role: String?

  @Option(help: "The new name, 1 to 100 characters; the same in every organization.")
  var name: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Give or take the rights of a super admin in the whole installation.")
  var superAdmin: Bool?

  @Flag(help: "Change what is the same in every organization, also for a user in none.")
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
      throw ValidationError(
        "--everywhere excludes --role and --org, which are about one organization.")
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
