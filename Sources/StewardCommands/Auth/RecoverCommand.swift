internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward recover`.
struct RecoverCommand: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Make a user a super admin with a new password.",
    discussion: """
      Use this when the last super admin can't log in. Only the user who runs the host may run it.
      """)

  @Option(help: ArgumentHelp("The user's mail address.", valueName: "mail"))
  var email: String

  @Option(help: "Create an account with this name if the address has none.")
  var name: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await AuthClient(channel).recover(
      RecoverRequest(
        email: email, name: name ?? "", password: try await password.chosen(in: session)),
      options: changeOptions)
    try print(Report(of: response, id: response.userId), in: session)
    session.console.note("Log in with: steward auth login --email \(email.shellQuoted)")
  }
}
