internal import ArgumentParser
internal import IPC
internal import Status

/// A command that does something, as opposed to a group of commands.
protocol Verb: ParsableCommand, Sendable {
  var global: GlobalOptions { get }

  /// Whether the command runs until it is stopped. Such a command must stop when its reader leaves.
  var isEndless: Bool { get }

  func run(in session: Session) async throws
}

extension Verb {
  var isEndless: Bool { false }

  /// The options of every call of this command.
  var callOptions: CallOptions { CallOptions(timeout: global.timeout?.duration) }

  /// Prints a report in the chosen format, or else for people.
  func print(_ report: Report, in session: Session) throws {
    try report.print(as: global.output ?? .table, to: session.console)
  }
}

/// A verb that makes calls.
protocol CallingVerb: Verb {
  /// Whether the command may create an installation. A command that only reads must not: with a
  /// mistyped data directory, it would show an empty installation.
  var makesInstallation: Bool { get }

  /// Does the work over a channel to a host. The host may be a daemon, or run inside this command.
  func run(over channel: any Channel, in session: Session) async throws
}

extension CallingVerb {
  var makesInstallation: Bool { self is any ChangingVerb }

  func run(in session: Session) async throws {
    try await global.withHost(in: session, makingInstallation: makesInstallation) { channel in
      try await runShowingPassword(over: channel, in: session)
    }
  }

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
    code == .unauthenticated && reason == .passwordRequired
  }
}

/// A verb that makes its calls and then prints one report.
protocol ReportingVerb: CallingVerb {
  /// Makes the calls, and returns the report to print.
  func report(over channel: any Channel) async throws -> Report
}

extension ReportingVerb {
  func run(over channel: any Channel, in session: Session) async throws {
    try await print(report(over: channel), in: session)
  }
}

/// A verb that changes something.
protocol ChangingVerb: Verb {
  var change: ChangeOptions { get }
}

extension ChangingVerb {
  /// The options of the call that makes the change.
  var changeOptions: CallOptions {
    var options = callOptions
    options.idempotencyKey = change.idempotencyKey ?? ""
    return options
  }

  /// Prints a report that contains a secret, and notes whether the secret can be shown again.
  ///
  /// - Parameter secret: The word for the secret in the note.
  func print(_ report: Report, secret: String, in session: Session) throws {
    try print(report, in: session)
    session.console.note(
      global.output == .id
        ? "The \(secret) was not printed, and is not stored. Use --output json to see it."
        : change.noteOnSecret(secret))
  }
}
