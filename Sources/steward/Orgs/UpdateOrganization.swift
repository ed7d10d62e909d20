internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
