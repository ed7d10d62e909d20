internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward orgs`.
struct OrgsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orgs",
    abstract: "Administer organizations.",
    subcommands: [
      CreateOrganization.self, GetOrganization.self, ListOrganizations.self,
      UpdateOrganization.self, DeleteOrganization.self,
    ])
}

/// `steward orgs create`.
struct CreateOrganization: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Create an organization with a Default Workspace.")

  @Argument(help: "The organization's name, 1 to 100 characters.")
  var name: String

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organization = try await OrgsClient(channel).create(
      CreateOrganizationRequest(name: name), options: changeOptions)
    return try Report(of: organization, id: organization.id)
  }
}

/// `steward orgs get`.
struct GetOrganization: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one organization.")

  @Argument(help: "The organization's id, a UUID.")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organization = try await OrgsClient(channel).get(
      GetOrganizationRequest(id: id), options: callOptions)
    return try Report(of: organization, id: organization.id)
  }
}

/// `steward orgs list`.
struct ListOrganizations: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List organizations, newest first.", aliases: ["ls"])

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    try await page.report(
      columns: Self.columns, id: \.id,
      ifEmpty: selection.isGiven
        ? "No organizations match." : await OrganizationOption.adviceWithoutAny(over: channel)
    ) { after, before in
      try await OrgsClient(channel).list(
        ListOrganizationsRequest(
          limit: page.requestedLimit, afterId: after, beforeId: before,
          query: selection.query ?? "", ids: selection.id),
        options: callOptions)
    }
  }

  private static let columns: [Column<Organization>] = [
    Column("ID") { $0.id },
    Column("NAME") { $0.name },
    Column("WORKSPACES") { String($0.workspaceCount) },
    Column("MEMBERS") { String($0.memberCount) },
    Column("CREATED", time: "created_at"),
  ]
}

/// `steward orgs update`.
struct UpdateOrganization: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Rename an organization.")

  @Argument(help: "The organization's id, a UUID.")
  var id: String

  @Option(help: "The new name, 1 to 100 characters.")
  var name: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let organization = try await OrgsClient(channel).update(
      UpdateOrganizationRequest(id: id, name: name, ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    return try Report(of: organization, id: organization.id)
  }
}
