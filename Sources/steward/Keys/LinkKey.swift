internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

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
