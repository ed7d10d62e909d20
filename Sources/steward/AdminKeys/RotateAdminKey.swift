internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward admin-keys rotate`.
struct RotateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give an admin key a new secret, and show it once.")

  @Argument(help: "The key's id, adminkey_….")
  var id: String

  @OptionGroup var rotation: OverlapOption
  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let rotated = try await AdminKeysClient(channel).rotate(
      RotateAdminKeyRequest(id: id, overlap: rotation.overlap?.wire, ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    try Report(of: rotated, id: rotated.key?.id ?? "")
      .print(secret: "admin key", as: global.output, change, to: session.console)
  }
}
