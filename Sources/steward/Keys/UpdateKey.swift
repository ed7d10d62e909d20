internal import ArgumentParser
internal import IPC
internal import StewardProtos
internal import StewardServices

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

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard name != nil || status != nil else {
      throw ValidationError("Nothing to change; give --name or --status.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).update(
      UpdateKeyRequest(id: id, name: name, status: status, ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
