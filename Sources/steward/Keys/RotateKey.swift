internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys rotate`.
struct RotateKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give an issued key a new secret, and show it once.")

  @Argument(help: "The key's id, apikey_….")
  var id: String

  @OptionGroup var rotation: OverlapOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let request = RotateKeyRequest(
      id: id, overlap: rotation.overlap?.wire, ifMatch: match.ifMatch ?? "")
    let issued = try await KeysClient(channel).rotate(request, options: changeOptions)
    try Report(of: issued, id: issued.key?.id ?? "")
      .print(secret: "secret", as: global.output, change, to: session.console)
  }
}
