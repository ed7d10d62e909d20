internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import Status

/// `steward keys verify`.
struct VerifyKey: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Show whether a secret belongs to a usable key, and to which.",
    discussion: """
      Prints the verdict. If the key can't be used, the exit code is that of UNAUTHENTICATED.
      """)

  @Option(
    help: ArgumentHelp(
      "The file with the whole key, or - for standard input.", valueName: "file|-"))
  var secretFile: SecretSource

  @Option(
    help: ArgumentHelp(
      "The address that the key is used from, for a key limited to networks.",
      valueName: "address"))
  var clientAddress: String?

  @Option(
    help: ArgumentHelp(
      "The organization whose registered keys to search too. Optional if there is only one "
        + "organization.",
      valueName: "id"))
  var org: String?

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let secret = try await secretFile.read("key", in: session)
    let verdict = try await KeysClient(channel).verify(
      VerifyKeyRequest(
        secret: secret, clientAddress: clientAddress ?? "", organizationId: org ?? ""),
      options: callOptions)
    try print(Report(of: verdict, id: verdict.id), in: session)
    guard !verdict.valid else { return }
    throw Status(
      .unauthenticated, reason: "KEY_\(verdict.reason)",
      message: "The key can't be used: \(verdict.reason).")
  }
}

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
