internal import ArgumentParser

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
