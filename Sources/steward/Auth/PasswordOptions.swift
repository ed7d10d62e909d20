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
  func chosen(_ question: String = "New password: ", in session: Session) async throws -> String {
    if let passwordFile { return try await passwordFile.read("password", in: session) }
    while true {
      let password = try await Self.ask(question, in: session)
      if try await Self.ask("The same again: ", in: session) == password { return password }
      try session.console.errors("The two differ; type both anew.\n")
    }
  }

  /// Returns what a person types, which no one else sees.
  static func ask(_ question: String, in session: Session) async throws -> String {
    guard session.isAttended else {
      throw UsageError("There is no terminal to ask for the password; add --password-file FILE|-.")
    }
    return try await session.insist(on: question, secretly: true)
  }
}
