internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import Status

/// `steward keys verify`.
struct VerifyKey: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say whether a secret is that of a usable key, and of which.",
    discussion: """
      Prints the verdict; the exit status is that of UNAUTHENTICATED when the key can't be used.
      """)

  @Option(
    help: ArgumentHelp(
      "Where the whole key is: a file, or - for standard input.", valueName: "file|-"))
  var secretFile: SecretSource

  @Option(
    help: ArgumentHelp(
      "Where the key is being used, for one that is limited to networks.", valueName: "address"))
  var clientAddress: String?

  @Option(
    help: ArgumentHelp(
      "Whose registered keys to look through as well. May be left out where there is only one organization.",
      valueName: "id"))
  var org: String?

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let secret = try await secretFile.read("key", in: session)
    let verdict = try await KeysClient(channel).verify(
      VerifyKeyRequest(
        secret: secret, clientAddress: clientAddress ?? "", organizationId: org ?? ""),
      options: callOptions)
    try Report(of: verdict, id: verdict.id).print(as: global.output ?? .table, to: session.console)
    guard !verdict.valid else { return }
    throw Status(
      .unauthenticated, reason: "KEY_\(verdict.reason)",
      message: "The key can't be used: \(verdict.reason).")
  }
}
