internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth password`.
struct ChangePassword: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: "Change your password, and end your other sessions.",
    discussion: "Needs --session or --token-file.")

  @OptionGroup var current: PasswordOptions

  @Option(
    help: ArgumentHelp(
      "The file with the new password, or - for standard input.", valueName: "file"))
  var newPasswordFile: SecretSource?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let known = try await current.known("Current password: ", in: session)
    var chosen = PasswordOptions()
    chosen.passwordFile = newPasswordFile
    let response = try await AuthClient(channel).changePassword(
      ChangePasswordRequest(
        currentPassword: known,
        newPassword: try await chosen.chosen(orBy: "--new-password-file", in: session)),
      options: changeOptions)
    try Report(of: response, id: "").print(as: global.output ?? .table, to: session.console)
    session.console.note("The password was changed.")
  }
}
