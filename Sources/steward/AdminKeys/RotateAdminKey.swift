internal import ArgumentParser
internal import IPC
internal import StewardProtos
internal import StewardServices

/// `steward admin-keys rotate`.
struct RotateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give an admin key a new secret, and show it this once.")

  @Argument(help: "The key's id, adminkey_….")
  var id: String

  @Option(
    help: ArgumentHelp(
      "How long the former secret works on, as 2h; at most 30d. Default: not at all.",
      valueName: "duration"))
  var overlap: TimeSpan?

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let rotated = try await AdminKeysClient(channel).rotate(
      RotateAdminKeyRequest(id: id, overlap: overlap?.wire, ifMatch: match.ifMatch ?? ""),
      options: changeOptions)
    try rotated.print(as: global.output, change, to: session.console)
  }
}
