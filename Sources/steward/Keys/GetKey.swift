internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys get`.
struct GetKey: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show one key, without its secret.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let key = try await KeysClient(channel).get(GetKeyRequest(id: id), options: callOptions)
    return try Report(of: key, id: key.id)
  }
}
