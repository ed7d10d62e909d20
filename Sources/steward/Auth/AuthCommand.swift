internal import ArgumentParser

/// `steward auth`.
struct AuthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auth",
    abstract: "Log in and out, and see who you are.",
    discussion: """
      login keeps its tokens in $XDG_STATE_HOME/steward/session.json, for you alone to read. \
      Other commands use them when they are given --session, and never otherwise.
      """,
    subcommands: [
      LogIn.self, LogOut.self, RefreshSession.self, WhoAmI.self, ListSessions.self,
      RevokeSession.self, ConfirmPassword.self, ChangePassword.self, ResetPassword.self,
    ])
}
