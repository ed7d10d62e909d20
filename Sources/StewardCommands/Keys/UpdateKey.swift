internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys update`.
struct UpdateKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change only the given fields of a key.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @Option(help: "The new name, 1 to 500 characters.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The new status: active, inactive, or archived, which is permanent.", valueName: "status"))
  var status: String?

  @Option(
    help: ArgumentHelp(
      "Allow use only from this network, such as 203.0.113.0/24; may be repeated.",
      valueName: "network"))
  var allowCidr: [String] = []

  @Flag(help: "Allow use from everywhere.")
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

/// `steward keys link`.
struct LinkKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Set or remove the owner of a key.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @Option(help: ArgumentHelp("The member who owns the key.", valueName: "id"))
  var user: String?

  @Flag(help: "Remove the owner of the key.")
  var noUser = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (user != nil) != noUser else {
      throw ValidationError("Give either --user ID or --no-user.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).link(
      LinkKeyRequest(id: id, userId: user ?? "", ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
