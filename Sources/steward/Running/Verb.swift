internal import ArgumentParser
internal import IPC

/// A command that does something, as opposed to a group of commands.
protocol Verb: ParsableCommand, Sendable {
  /// Whether the command runs until it is stopped. Such a command must stop when its reader leaves.
  var isEndless: Bool { get }

  func run(in session: Session) async throws
}

extension Verb {
  var isEndless: Bool { false }
}

/// A verb that has the options of all commands.
protocol GlobalVerb: Verb {
  var global: GlobalOptions { get }
}

/// A verb that makes calls.
protocol CallingVerb: GlobalVerb {
  /// Whether the command may create an installation. A command that only reads must not: with a
  /// mistyped data directory, it would show an empty installation.
  var makesInstallation: Bool { get }

  /// Does the work over a channel to a host. The host may be a daemon, or run inside this command.
  func run(over channel: any Channel, in session: Session) async throws
}

extension CallingVerb {
  var makesInstallation: Bool { self is any ChangingVerb }

  func run(in session: Session) async throws {
    try await HostConnection.with(
      global, session: session, makingInstallation: makesInstallation
    ) { channel in
      try await runShowingPassword(over: channel, in: session)
    }
  }
}

/// A verb that makes its calls and then prints one report.
protocol ReportingVerb: CallingVerb {
  /// Makes the calls, and returns the report to print.
  func report(over channel: any Channel) async throws -> Report
}

extension ReportingVerb {
  func run(over channel: any Channel, in session: Session) async throws {
    try await report(over: channel).print(as: global.output ?? .table, to: session.console)
  }
}

extension GlobalVerb {
  /// The options of every call of this command.
  var callOptions: CallOptions { CallOptions(timeout: global.timeout?.duration) }
}

/// A verb that changes something.
protocol ChangingVerb: GlobalVerb {
  var change: ChangeOptions { get }
}

extension ChangingVerb {
  /// The options of the call that makes the change.
  var changeOptions: CallOptions {
    var options = callOptions
    options.idempotencyKey = change.idempotencyKey ?? ""
    return options
  }
}
