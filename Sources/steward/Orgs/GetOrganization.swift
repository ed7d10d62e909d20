internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
