internal import ArgumentParser
internal import IPC
internal import StewardProtos
internal import StewardServices

/// `steward admin-keys create`.
struct CreateAdminKey: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make an admin key, and show it this once.")

  @Argument(help: "Its name, 1 to 100 characters.")
  var name: String

  @OptionGroup var organization: OrganizationOption

  @Option(
    help: ArgumentHelp(
      "How long it works, as 90m or 720h. Default: for ever.", valueName: "duration"))
  var lifetime: TimeSpan?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let created = try await AdminKeysClient(channel).create(
      CreateAdminKeyRequest(
        organizationId: try await organization.id(over: channel, options: callOptions),
        name: name, lifetime: lifetime.map { GoogleDuration($0.duration) }),
      options: changeOptions)
    try Report(of: created, id: created.key?.id ?? "")
      .print(as: global.output ?? .table, to: session.console)
    session.console.note("The key itself won't be shown again; keep it now.")
  }
}

extension GoogleDuration {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
  }
}
