internal import ArgumentParser

/// `steward invites`.
struct InvitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invites",
    abstract: "Accept invites, and administer those of an organization.",
    subcommands: [AcceptInvite.self, GetInvite.self, ListInvites.self, DeleteInvite.self])
}
