internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys revoke`.
struct RevokeKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke a key at once and permanently.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).revoke(
      RevokeKeyRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
