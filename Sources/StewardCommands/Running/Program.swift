internal import ArgumentParser
internal import Glibc
internal import Platform
internal import PluginHost

/// One run of the program, from its arguments to its exit code.
package struct Program: Sendable {
  var arguments: [String]
  var session: Session
  /// The signals that end a command; nil in tests, which send none.
  var interruptions: Interruptions?
  private let reader = OutputReader()

  init(arguments: [String], session: Session, interruptions: Interruptions? = nil) {
    self.arguments = arguments
    self.session = session
    self.interruptions = interruptions
  }

  /// Runs the program with the arguments and the environment of this process.
  package static func main() async -> Int32 {
    let environment = EnvironmentVariables.current
    let attended = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    let session = Session(
      console: .standard(environment: environment), environment: environment,
      currentDirectory: ProcessEnvironment.currentDirectory(),
      input: DescriptorLines(STDIN_FILENO), isAttended: attended)
    do {
      let arguments = try ProcessEnvironment.arguments()
      let program = Program(
        arguments: arguments, session: session, interruptions: Interruptions())
      return await program.run()
    } catch {
      let report = ErrorReport(error)
      try? session.console.errors(report.text(style: session.console.errorStyle))
      return report.exitCode
    }
  }

  /// Runs the command, prints its error if it fails, and returns the exit code.
  func run() async -> Int32 {
    do {
      switch try ParsedCommandLine(arguments) {
      case .text(let text): try session.console.print(text)
      case .verb(let verb): try await run(verb)
      }
      return ExitCodes.success
    } catch {
      return fail(error)
    }
  }

  private func run(_ verb: any Verb) async throws {
    var session = session
    session.console.isQuiet = verb.global.quiet
    let task = Task { [session] in try await verb.run(in: session) }
    interruptions?.onSignal { task.cancel() }
    if verb.isEndless { reader.onGone { task.cancel() } }
    try await task.value
  }

  private func fail(_ error: any Error) -> Int32 {
    // After a signal, an error of the command is only a consequence of the signal.
    if let signal = interruptions?.signal { return 128 + signal }
    let report = ErrorReport(reader.isGone ? OutputError(code: EPIPE) : error)
    // The reader closed our output itself, so it needs no message.
    guard report.exitCode != ExitCodes.closedPipe else { return report.exitCode }
    let text = wantsJSON ? report.json : report.text(style: session.console.errorStyle)
    try? session.console.errors(text)
    return report.exitCode
  }

  /// Whether the command line asks for JSON. Looks at the words, because they may not parse.
  private var wantsJSON: Bool {
    let formats = zip(arguments, arguments.dropFirst() + [""]).compactMap { argument, next in
      switch argument {
      case "-o", "--output": next
      case _ where argument.hasPrefix("--output="): String(argument.dropFirst("--output=".count))
      default: nil
      }
    }
    return formats.last.flatMap(OutputFormat.init(rawValue:))?.isJSON ?? false
  }
}
