internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward invites accept`.
struct AcceptInvite: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept an invite with its token, and become a member.",
    discussion: """
      Give your current password, or choose one if you are new. A different password replaces the \
      current one if only the admin of another organization can have set that.
      """)

  @Option(
    help: ArgumentHelp("The file with the token, or - for standard input.", valueName: "file"))
  var inviteFile: SecretSource

  @Option(help: "Your name, if you are new.")
  var name: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard inviteFile != .standardInput || password.passwordFile != .standardInput else {
      throw ValidationError("Token and password can't both come from standard input.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let token = try await inviteFile.read("token", in: session)
    let response = try await AuthClient(channel).acceptInvite(
      AcceptInviteRequest(
        token: token, name: name ?? "", password: try await password.known(in: session)),
      options: changeOptions)
    try Report(of: response, id: response.userId)
      .print(as: global.output ?? .table, to: session.console)
  }
}
