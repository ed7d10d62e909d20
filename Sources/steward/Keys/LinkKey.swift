internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys link`.
struct LinkKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Say whose key it is, or that it is nobody's.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @Option(help: ArgumentHelp("The member whose key it is.", valueName: "id"))
  var user: String?

  @Flag(help: "It is nobody's in particular.")
  var nobody = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (user != nil) != nobody else {
      throw ValidationError("Give either --user ID or --nobody.")
    }
  }

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).link(
      LinkKeyRequest(id: id, userId: user ?? "", ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
