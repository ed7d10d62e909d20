internal import ArgumentParser

/// The source of a password: a file, or a prompt on the terminal.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file with the password, or - for standard input.", valueName: "file"))
  var passwordFile: SecretSource?
}

extension PasswordOptions {
  /// Returns the password that the user already has.
  func known(_ question: String = "Password: ", in session: Session) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    return try await Self.ask(question, in: session)
  }

  /// Returns a new password. At a prompt the user types it twice.
  ///
  /// - Parameter option: The option to name in the error if there is no terminal.
  func chosen(
    _ question: String = "New password: ", orBy option: String = "--password-file",
    in session: Session
  ) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    while true {
      let password = try await Self.ask(question, orBy: option, in: session)
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
    _ question: String, orBy option: String = "--password-file", in session: Session
  ) async throws -> String {
    guard session.isAttended else {
      throw UsageError("There is no terminal to ask for the password; add \(option) FILE|-.")
    }
    return try await session.insist(on: question, secretly: true)
  }
}
