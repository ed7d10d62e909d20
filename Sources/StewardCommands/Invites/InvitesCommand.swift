internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites`.
struct InvitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invites",
    abstract: "Accept invites, and administer those of an organization.",
    subcommands: [
      AcceptInvite.self, GetInvite.self, ListInvites.self, RenewInvite.self, DeleteInvite.self,
    ])
}

/// `steward invites accept`.
struct AcceptInvite: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept an invite with its token, and become a member.",
    discussion: """
      Give your current password, or choose one if you are new. A different password replaces the \
      current one if only the admin of another organization can have set that.
      """)

  @Option(
    help: ArgumentHelp("The file with the token, or - for standard input.", valueName: "file"))
  var inviteFile: SecretSource

  @Option(help: "Your name, if you are new.")
  var name: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard inviteFile != .standardInput || password.passwordFile != .standardInput else {
      throw ValidationError("Token and password can't both come from standard input.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let token = try await inviteFile.read("token", in: session)
    let response = try await AuthClient(channel).acceptInvite(
      AcceptInviteRequest(
        token: token, name: name ?? "", password: try await password.known(in: session)),
      options: changeOptions)
    try print(Report(of: response, id: response.userId), in: session)
  }
}

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

/// `steward invites list`.
struct ListInvites: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the invites of an organization that are not withdrawn, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: "Only invites to this mail address; its case and a tag after \"+\" don't matter.")
  var email: String?

  @Option(help: "Only invites with this role; may be repeated.")
  var role: [String] = []

  @Option(help: "Only invites with this status: pending, accepted or expired; may be repeated.")
  var status: [String] = []

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let isFiltered = email != nil || !role.isEmpty || !status.isEmpty
    return try await page.report(
      columns: Self.columns, id: \.id,
      ifEmpty: isFiltered
        ? "No invites match."
        : "No invites yet. Create one: steward users invite EMAIL --org \(organizationId)"
    ) { after, before in
      try await InvitesClient(channel).list(
        ListInvitesRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, email: email ?? "", roles: role, statuses: status),
        options: callOptions)
    }
  }

  private static let columns: [Column<Invite>] = [
    Column("ID") { $0.id },
    Column("EMAIL") { $0.email },
    Column("ROLE") { $0.role },
    Column("STATUS") { $0.status },
    Column("INVITED", time: "invited_at"),
    Column("EXPIRES", time: "expires_at"),
  ]
}

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
