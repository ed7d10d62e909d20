internal import ArgumentParser

/// Where a password comes from: a file, or the person who is there.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file that holds the password, or - for standard input.", valueName: "file"))
  var passwordFile: SecretSource?
}

extension PasswordOptions {
  /// Returns the password of who logs in.
  func known(_ question: String = "Password: ", in session: Session) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    return try await Self.ask(question, in: session)
  }

  /// Returns a password that is chosen, typed twice by a person.
  ///
  /// - Parameter option: What it is given by where no person is.
  func chosen(
    _ question: String = "New password: ", orBy option: String = "--password-file",
    in session: Session
  ) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    while true {
      let password = try await Self.ask(question, orBy: option, in: session)
      if try await Self.ask("The same again: ", orBy: option, in: session) == password {
        return password
      }
      try session.console.errors("The two differ; type both anew.\n")
    }
  }

  /// Returns what a person types, which no one else sees.
  ///
  /// - Parameter option: What it is given by where no person is.
  static func ask(
    _ question: String, orBy option: String = "--password-file", in session: Session
  ) async throws -> String {
    guard session.isAttended else {
      throw UsageError("There is no terminal to ask for the password; add \(option) FILE|-.")
    }
    return try await session.insist(on: question, secretly: true)
  }
}
