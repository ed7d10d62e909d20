internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys register`.
struct RegisterKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Keep a key of elsewhere, sealed.")

  @Argument(help: "The id that it has there, apikey_….")
  var id: String

  @Option(
    help: ArgumentHelp(
      "Where the key's value is: a file, or - for standard input.", valueName: "file|-"))
  var valueFile: SecretSource

  @Option(help: "Its name. Default: its hint.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "What is shown of it there, as sk-ant-api03-R2D...igAA; the value must fit.",
      valueName: "hint"))
  var hint: String?

  @OptionGroup var place: KeyPlaceOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let value = try await valueFile.read("key", in: session)
    let request = RegisterKeyRequest(
      id: id, value: value, workspaceId: place.workspace ?? "",
      organizationId: try await place.organizationID(over: channel, options: callOptions),
      name: name ?? "", expiresAt: place.expiresAt?.time, userId: place.user ?? "",
      partialKeyHint: hint ?? "", withoutOwner: place.isOwnerless,
      lifetime: place.expiresAt?.lifetime)
    let key = try await KeysClient(channel).register(request, options: changeOptions)
    try Report(of: key, id: key.id).print(as: global.output ?? .table, to: session.console)
  }
}
