internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
