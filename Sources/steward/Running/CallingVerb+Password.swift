internal import IPC
internal import Status

extension CallingVerb {
  /// Does the work. If a method requires the caller's password again, asks a user at the terminal
  /// for it, and then does the work once more. The method refuses the first call before it does
  /// anything.
  func runShowingPassword(over channel: any Channel, in session: Session) async throws {
    do {
      try await run(over: channel, in: session)
    } catch let status as Status where session.isAttended && status.asksForPassword {
      let password = try await PasswordOptions.ask("Confirm your password: ", in: session)
      try await ConfirmPassword.confirm(password, over: channel, callOptions)
      try await run(over: channel, in: session)
    }
  }
}

extension Status {
  fileprivate var asksForPassword: Bool {
    code == .unauthenticated && reason == "PASSWORD_REQUIRED"
  }
}
