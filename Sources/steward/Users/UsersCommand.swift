internal import ArgumentParser

/// `steward users`.
struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users",
    abstract: "Administer the members of an organization.",
    subcommands: [
      AddUser.self, InviteUser.self, GetUser.self, ListUsers.self, ListMemberships.self,
      UpdateUser.self, RemoveUser.self, LeaveOrganization.self, LinkUserKey.self,
      ResetUserPassword.self,
    ])
}
