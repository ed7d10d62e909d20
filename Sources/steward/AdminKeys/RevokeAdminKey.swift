internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward admin-keys revoke`.
struct RevokeAdminKey: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke an admin key permanently.")

  @Argument(help: "The key's id, adminkey_….")
  var id: String

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await AdminKeysClient(channel).revoke(
      RevokeAdminKeyRequest(id: id, ifMatch: match.ifMatch ?? ""), options: changeOptions)
    return try Report(of: key, id: key.id)
  }
}
