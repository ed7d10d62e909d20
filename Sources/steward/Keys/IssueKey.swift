internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward keys issue`.
struct IssueKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Create a key, and show its secret once.")

  @Argument(help: "The key's name, 1 to 500 characters.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "Allow use only from this network, such as 203.0.113.0/24; may be repeated. "
        + "(default: everywhere)",
      valueName: "network"))
  var allowCidr: [String] = []

  @OptionGroup var place: KeyPlaceOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let request = IssueKeyRequest(
      workspaceId: place.workspace ?? "",
      organizationId: try await place.organizationID(over: channel, options: callOptions),
      name: name, expiresAt: place.expiresAt?.time, userId: place.user ?? "",
      withoutOwner: place.isOwnerless, allowedNetworks: allowCidr,
      lifetime: place.expiresAt?.lifetime)
    let issued = try await KeysClient(channel).issue(request, options: changeOptions)
    try Report(of: issued, id: issued.key?.id ?? "")
      .print(secret: "secret", as: global.output, change, to: session.console)
  }
}
