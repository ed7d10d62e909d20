internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys update`.
struct UpdateKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what is given of a key, and leave the rest.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @Option(help: "Its new name, 1 to 500 characters.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "active, inactive, or archived, which is for good.", valueName: "status"))
  var status: String?

  @Option(
    help: ArgumentHelp(
      "Only let it be used from here, as 203.0.113.0/24; may be repeated.", valueName: "network"))
  var allowCidr: [String] = []

  @Flag(help: "Let it be used from everywhere.")
  var allowEverywhere = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard name != nil || status != nil || networks != nil else {
      throw ValidationError("Nothing to change; give --name, --status or --allow-cidr.")
    }
    guard allowCidr.isEmpty || !allowEverywhere else {
      throw ValidationError("Give either --allow-cidr or --allow-everywhere.")
    }
  }

  private var networks: AllowedNetworks? {
    allowCidr.isEmpty && !allowEverywhere ? nil : AllowedNetworks(ranges: allowCidr)
  }

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).update(
      UpdateKeyRequest(
        id: id, name: name, status: status, ifMatch: match.ifMatch ?? "",
        allowedNetworks: networks),
      options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
