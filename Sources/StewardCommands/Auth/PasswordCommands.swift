internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// The source of a password: a file, or a prompt on the terminal.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file with the password, or - for standard input.", valueName: "file"))
  var passwordFile: SecretSource?
}

extension PasswordOptions {
  /// Returns the password that the user already has.
  func known(_ prompt: String = "Password: ", in session: Session) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    return try await Self.ask(prompt, in: session)
  }

  /// Returns a new password. At a prompt the user types it twice.
  ///
  /// - Parameter option: The option to name in the error if there is no terminal.
  func chosen(
    _ prompt: String = "New password: ", orBy option: String = "--password-file",
    in session: Session
  ) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    while true {
      let password = try await Self.ask(prompt, orBy: option, in: session)
      if try await Self.ask("Repeat the password: ", orBy: option, in: session) == password {
        return password
      }
      try session.console.errors("The passwords differ; type both again.\n")
    }
  }

  /// Returns what the user types. The terminal does not show it.
  ///
  /// - Parameter option: The option to name in the error if there is no terminal.
  static func ask(
    _ prompt: String, orBy option: String = "--password-file", in session: Session
  ) async throws -> String {
    guard session.isAttended else {
      throw UsageError("There is no terminal to ask for the password; add \(option) FILE|-.")
    }
    return try await session.insist(on: prompt, secretly: true)
  }
}

/// `steward auth confirm`.
struct ConfirmPassword: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Confirm your password, as reveal, export and backup require.",
    discussion: """
      Counts for this session only, and for five minutes. Needs --session or --token-file. On a \
      terminal, those commands ask for the password themselves.
      """)

  @OptionGroup var password: PasswordOptions
  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let response = try await Self.confirm(
      try await password.known(in: session), over: channel, callOptions)
    try print(Report(of: response, id: response.sessionId), in: session)
  }

  @discardableResult
  static func confirm(
    _ password: String, over channel: any Channel, _ options: CallOptions
  ) async throws -> ConfirmPasswordResponse {
    try await AuthClient(channel).confirmPassword(
      ConfirmPasswordRequest(password: password), options: options)
  }
}

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
    try print(Report(of: response, id: ""), in: session)
    session.console.note("The password was changed.")
  }
}

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
    try print(Report(of: response, id: response.userId), in: session)
    session.console.note("The password was set. Log in with: steward auth login --email MAIL")
  }
}
