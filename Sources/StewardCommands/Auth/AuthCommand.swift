internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward auth`.
struct AuthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auth",
    abstract: "Log in and out, and see who you are.",
    discussion: """
      login saves its tokens in $XDG_STATE_HOME/steward/session.json, which only you can read. \
      Other commands use them only with --session.
      """,
    subcommands: [
      LogIn.self, LogOut.self, RefreshSession.self, WhoAmI.self, ShowProfile.self,
      ListSessions.self, RevokeSession.self, ConfirmPassword.self, ChangePassword.self,
      ResetPassword.self, BeginClaim.self,
    ])
}

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
    try print(Report(of: tokens), in: session)
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

/// `steward auth logout`.
struct LogOut: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "End the session of steward auth login, and delete its tokens.")

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let saved = try SavedSession(session.environment)
    let tokens = try saved.load()
    let response = try await AuthClient(channel).logout(
      LogoutRequest(refreshToken: tokens.refreshToken), options: callOptions)
    saved.remove()
    try print(Report(of: response, id: response.sessionId), in: session)
  }
}

/// `steward auth refresh`.
struct RefreshSession: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: "Exchange the tokens of the session for new ones.")

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let saved = try SavedSession(session.environment)
    let tokens = try await saved.refresh(saved.load(), over: channel)
    try print(Report(of: tokens), in: session)
  }
}

/// `steward auth whoami`.
struct WhoAmI: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who you are, with your roles and organizations.")

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let identity = try await AuthClient(channel).whoAmI(WhoAmIRequest(), options: callOptions)
    return try Report(of: identity, id: identity.id)
  }
}
