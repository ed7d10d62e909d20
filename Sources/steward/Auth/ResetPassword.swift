internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth reset-password`.
struct ResetPassword: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reset-password",
    abstract: "Set a password with a token from an admin, and end your sessions.",
    discussion: """
      If the token lets you join an organization, and your address already has an account, give \
      the password of that account.
      """)

  @Option(
    help: ArgumentHelp("The file with the token, or - for standard input.", valueName: "file"))
  var resetFile: SecretSource

  @OptionGroup var password: PasswordOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard resetFile != .standardInput || password.passwordFile != .standardInput else {
      throw ValidationError("Token and password can't both come from standard input.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let token = try await resetFile.read("token", in: session)
    let response = try await AuthClient(channel).resetPassword(
      ResetPasswordRequest(token: token, password: try await password.chosen(in: session)),
      options: changeOptions)
    try Report(of: response, id: response.userId)
      .print(as: global.output ?? .table, to: session.console)
    session.console.note("The password was set. Log in with: steward auth login --email MAIL")
  }
}
