internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth login`.
struct LogIn: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Begin a session, and save its tokens for --session.")

  @Option(help: "Your mail address.")
  var email: String?

  @OptionGroup var password: PasswordOptions

  @Option(help: ArgumentHelp("The name of the session in lists.", valueName: "text"))
  var label = ""

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let saved = try SavedSession(session.environment)
    let tokens = try await AuthClient(channel).login(
      LoginRequest(
        email: try await address(in: session), password: try await password.known(in: session),
        label: label),
      options: callOptions)
    try saved.save(tokens)
    try Report(of: tokens).print(as: global.output ?? .table, to: session.console)
    session.console.note("Saved in \(saved.path). Use it with: steward auth whoami --session")
  }

  private func address(in session: Session) async throws -> String {
    if let email { return email }
    guard session.isAttended else {
      throw UsageError("The mail address is missing; add --email ADDRESS.")
    }
    return try await session.insist(on: "Mail address: ")
  }
}

extension Report {
  /// Creates a report of a session's tokens. Machines get all of it. People can't use the tokens,
  /// so they see only the user and the times of expiry.
  init(of tokens: SessionTokens) throws {
    var shown = tokens
    (shown.accessToken, shown.refreshToken) = ("", "")
    try self.init(of: shown, id: tokens.sessionId)
    response = try tokens.wholeJSON()
    items = [response]
  }
}
