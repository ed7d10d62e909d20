internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users`.
struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users",
    abstract: "Administer the members of an organization.",
    subcommands: [
      AddUser.self, InviteUser.self, GetUser.self, ListUsers.self, ListMemberships.self,
      UpdateUser.self, SuspendUser.self, ResumeUser.self, RemoveUser.self, LeaveOrganization.self,
      LinkUserKey.self, ResetUserPassword.self, SignOutUser.self,
    ])

  /// The roles of a member in an organization, as help texts list them.
  static let roles = "user, developer, billing, admin or claude_code_user"
}

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

/// `steward users update`.
struct UpdateUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a member's role or name.")

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Option(help: "The new role: \(UsersCommand.roles).")
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

/// `steward users link-key`.
struct LinkUserKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "link-key", abstract: "Make a user the owner of an API key.",
    discussion: "When the user is removed from the organization, the key is archived.")

  @Argument(help: "The user's id, user_….")
  var user: String

  @Argument(help: "The key's id, apikey_…; never the secret.")
  var key: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let linked = try await KeysClient(channel).link(
      LinkKeyRequest(id: key, userId: user, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: linked, id: linked.id)
  }
}

/// `steward users reset-password`.
struct ResetUserPassword: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reset-password",
    abstract: "Let a user choose a password, the first or a new one, within 3 days.",
    discussion: """
      Prints a token once. Send it to the user, who runs: steward auth reset-password --reset-file \
      FILE. The current password, if there is one, works until then. An unclaimed user joins this \
      way. An admin of one organization can't do this for a user of several organizations.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let created = try await AuthClient(channel).createPasswordReset(
      CreatePasswordResetRequest(userId: id), options: changeOptions)
    return try Report(
      of: created, id: created.userId,
      note: change.noteOnSecret("token"))
  }
}
