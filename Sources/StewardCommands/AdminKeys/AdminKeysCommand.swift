internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward admin-keys`.
struct AdminKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin-keys",
    abstract: "Administer admin keys, for programs that administer an organization.",
    subcommands: [
      CreateAdminKey.self, ListAdminKeys.self, RotateAdminKey.self, RevokeAdminKey.self,
    ])
}

/// `steward admin-keys create`.
struct CreateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create an admin key, and show it once.")

  @Argument(help: "The key's name, 1 to 100 characters.")
  var name: String

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "How long the key works, such as 90m or 30d. (default: unlimited)", valueName: "duration"))
  var lifetime: TimeSpan?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let created = try await AdminKeysClient(channel).create(
      CreateAdminKeyRequest(
        organizationId: try await organization.id(over: channel, options: callOptions),
        name: name, lifetime: lifetime?.wire),
      options: changeOptions)
    try print(Report(of: created, id: created.key?.id ?? ""), secret: "admin key", in: session)
  }
}

/// `steward admin-keys list`.
struct ListAdminKeys: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the admin keys of an organization, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Include revoked keys.")
  var revoked = false

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organizationId = try await organization.id(over: channel, options: callOptions)
    return try await page.report(columns: columns, id: \.id) { after, before in
      try await AdminKeysClient(channel).list(
        ListAdminKeysRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, includeRevoked: revoked),
        options: callOptions)
    }
  }

  private var columns: [Column<AdminKey>] {
    let always: [Column<AdminKey>] = [
      Column("ID") { $0.id },
      Column("NAME") { $0.name },
      Column("KEY") { $0.partialKeyHint },
      Column("CREATED", time: "created_at"),
      Column("EXPIRES", time: "expires_at"),
    ]
    return revoked ? always + [Column("REVOKED", time: "revoked_at")] : always
  }
}

/// `steward admin-keys rotate`.
struct RotateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give an admin key a new secret, and show it once.")

  @Argument(help: "The key's id, adminkey_….")
  var id: String

  @OptionGroup var rotation: OverlapOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let rotated = try await AdminKeysClient(channel).rotate(
      RotateAdminKeyRequest(id: id, overlap: rotation.overlap?.wire, ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    try print(Report(of: rotated, id: rotated.key?.id ?? ""), secret: "admin key", in: session)
  }
}

/// `steward admin-keys revoke`.
struct RevokeAdminKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke an admin key permanently.")

  @Argument(help: "The key's id, adminkey_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await AdminKeysClient(channel).revoke(
      RevokeAdminKeyRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
