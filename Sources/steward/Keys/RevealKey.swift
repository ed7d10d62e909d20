internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys reveal`.
struct RevealKey: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Show the value of a registered key, and record that in the audit log.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let revealed = try await KeysClient(channel).reveal(
      RevealKeyRequest(id: id), options: callOptions)
    return try Report(
      of: revealed, id: revealed.id, note: "This was recorded in the audit log.")
  }
}
