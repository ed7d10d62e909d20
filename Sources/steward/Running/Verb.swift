internal import ArgumentParser
internal import IPC

/// A command that does something, as opposed to a noun that only groups commands.
protocol Verb: ParsableCommand, Sendable {
  /// Whether it goes on until somebody stops it, and so has to stop when its reader leaves.
  var isEndless: Bool { get }

  func run(in session: Session) async throws
}

extension Verb {
  var isEndless: Bool { false }
}

/// A verb that takes the options all commands take.
protocol GlobalVerb: Verb {
  var global: GlobalOptions { get }
}

/// A verb that makes calls.
protocol CallingVerb: GlobalVerb {
  /// Whether it may begin a new installation. What only reads doesn't: a data directory that was mistyped
  /// would look like an empty one.
  var makesInstallation: Bool { get }

  /// Does the work over a channel to a host, whichever kind of host that is.
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

/// A verb that makes its calls and then prints one thing.
protocol ReportingVerb: CallingVerb {
  /// Makes the calls and returns what is to be printed.
  func report(over channel: any Channel) async throws -> Report
}

extension ReportingVerb {
  func run(over channel: any Channel, in session: Session) async throws {
    try await report(over: channel).print(as: global.output ?? .table, to: session.console)
  }
}

extension GlobalVerb {
  /// How every call of this command is made.
  var callOptions: CallOptions { CallOptions(timeout: global.timeout?.duration) }
}

/// A verb that changes something.
protocol ChangingVerb: GlobalVerb {
  var change: ChangeOptions { get }
}

extension ChangingVerb {
  /// How the call that makes the change is made.
  var changeOptions: CallOptions {
    var options = callOptions
    options.idempotencyKey = change.idempotencyKey ?? ""
    return options
  }
}
