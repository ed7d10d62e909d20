internal import ArgumentParser
internal import IPC

/// `steward batch`.
struct BatchCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Make many calls: JSON lines in, JSON lines out, in order.",
    discussion: """
      A line is {"method": "Orgs/Create", "request": {"name": "Acme"}}, with "id" and \
      "idempotency_key" if you like. Its answer is a line {"id": …, "response": {…}} or \
      {"id": …, "error": {…}}, where the id is the one given or else the line's number. Many \
      calls are under way at once, so a line must not rely on those before it, unless \
      --in-flight is 1. With --stop-on-error, calls are made one after another, and none after \
      the first that fails.

      The exit code is that of the first call that failed.
      """)

  @Argument(help: "The file with the calls, or - for standard input.")
  var file: String = "-"

  @Flag(help: "Make no further call when one has failed.")
  var stopOnError = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many calls are under way at once, 1 to 1000. Default: 64.", valueName: "n"))
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
      input: try source.lines(in: session), width: stopOnError ? 1 : inFlight ?? 64,
      stopsOnError: stopOnError,
      calls: BatchCalls(over: channel, options: callOptions))
    let failure = try await batch.run { try session.console.print($0) }
    if let failure { throw failure }
  }
}
