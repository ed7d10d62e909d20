internal import ArgumentParser
internal import IPC

/// `steward batch`.
struct BatchCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Make many calls: JSON lines in, JSON lines out, in order.",
    discussion: """
      An input line is {"method": "Orgs/Create", "request": {"name": "Acme"}}, optionally with \
      "id" and "idempotency_key". Its output line is {"id": …, "response": {…}} or \
      {"id": …, "error": {…}}; the id is the given one, or else the line's number. Many calls run \
      at once, so a line must not depend on earlier lines, unless --in-flight is 1. With \
      --stop-on-error, calls run one after another, and stop after the first failure.

      The exit code is that of the first failed call.
      """)

  @Argument(help: "The file with the calls, or - for standard input.")
  var file: String = "-"

  @Flag(help: "Stop after the first failed call.")
  var stopOnError = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most calls to run at once, 1 to 1000. (default: 64)", valueName: "n"))
  var inFlight: Int?

  @OptionGroup var global: GlobalOptions

  var makesInstallation: Bool { true }

  func validate() throws {
    guard global.output == nil || global.output == .jsonl else {
      throw ValidationError("batch prints jsonl only; leave --output out.")
    }
    if let inFlight, !(1...1000).contains(inFlight) {
      throw ValidationError("--in-flight must be 1 to 1000, not \(inFlight).")
    }
    guard !stopOnError || inFlight ?? 1 == 1 else {
      throw ValidationError("--stop-on-error makes one call at a time; leave --in-flight out.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let source: RequestSource = file == "-" ? .standardInput : .file(file)
    let batch = Batch(
      try source.lines(in: session), width: stopOnError ? 1 : inFlight ?? 64,
      stopsOnError: stopOnError, over: channel, options: callOptions)
    let failure = try await batch.run { try session.console.print($0) }
    if let failure { throw failure }
  }
}
