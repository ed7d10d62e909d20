internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys register`.
struct RegisterKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Store a key from another service, sealed.")

  @Argument(help: "The key's id in that service, apikey_….")
  var id: String

  @Option(
    help: ArgumentHelp(
      "The file with the key's value, or - for standard input.", valueName: "file|-"))
  var valueFile: SecretSource

  @Option(help: "The key's name. (default: its hint)")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The key's hint in that service, such as sk-ant-api03-R2D...igAA; the value must match.",
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
