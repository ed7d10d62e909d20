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
    try print(Report(of: issued, id: issued.key?.id ?? ""), secret: "secret", in: session)
  }
}

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
    try print(Report(of: key, id: key.id), in: session)
  }
}

/// The options for the workspace, the owner and the expiry of a new key.
struct KeyPlaceOptions: ParsableArguments {
  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "The key's workspace. (default: the Default Workspace)", valueName: "id"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The member who owns the key. (default: you, if you are logged in as a member)",
      valueName: "id"))
  var user: String?

  @Flag(
    name: .customLong("no-user"),
    help: "The key belongs to a service: it has no owner, and stays when you leave.")
  var isOwnerless = false

  @Option(
    help: ArgumentHelp(
      "When the key stops working: 2026-12-31 (the start of that day in UTC), "
        + "2026-12-31T23:59:59Z, or 90d (from now).",
      valueName: "time"))
  var expiresAt: Expiry?

  func validate() throws {
    guard user == nil || !isOwnerless else {
      throw ValidationError("Give either --user ID or --no-user.")
    }
  }
}

extension KeyPlaceOptions {
  /// Returns the organization's id, or an empty text if only a workspace is given: the workspace
  /// determines its organization.
  func organizationID(over channel: any Channel, options: CallOptions) async throws -> String {
    if workspace != nil { return organization.org ?? "" }
    return try await organization.id(over: channel, options: options)
  }
}
