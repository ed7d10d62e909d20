internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth begin-claim`.
struct BeginClaim: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "begin-claim",
    abstract: "Create a code with which a person claims a new installation elsewhere.",
    discussion: """
      The code works once, within 60 minutes, and replaces the one before. On this machine, steward \
      init needs no code. Only the user who runs the host may run it.
      """)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let code = try await AuthClient(channel).beginClaim(
      BeginClaimRequest(), options: changeOptions)
    try print(Report(of: code, id: ""), secret: "code", in: session)
  }
}
