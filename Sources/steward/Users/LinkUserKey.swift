internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward users link-key`.
struct LinkUserKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "link-key", abstract: "Make a user the owner of an API key.",
    discussion: "When the user is removed from the organization, the key is archived.")

  @Argument(help: "The user's id, user_….")
  var user: String

  @Argument(help: "The key's id, apikey_…; never the secret.")
  var key: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let linked = try await KeysClient(channel).link(
      LinkKeyRequest(id: key, userId: user, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: linked, id: linked.id)
  }
}
