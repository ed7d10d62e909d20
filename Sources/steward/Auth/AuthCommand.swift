internal import ArgumentParser

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
      LogIn.self, LogOut.self, RefreshSession.self, WhoAmI.self, ListSessions.self,
      RevokeSession.self, ConfirmPassword.self, ChangePassword.self, ResetPassword.self,
    ])
}
