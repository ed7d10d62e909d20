internal import Glibc
internal import IPC
internal import System

/// Where a command's words go: data to standard output, talk to standard error.
struct Console: Sendable {
  /// Takes a text, all of it, or throws.
  typealias Sink = @Sendable (String) throws -> Void

  var output: Sink
  var errors: Sink
  /// Whether hints and notes are left out.
  var isQuiet = false
  var outputStyle = Style.plain
  var errorStyle = Style.plain
  /// Whether standard output is a terminal, so that people read it.
  var outputIsTerminal = false
  /// Whether standard output is read by another program, which may leave at any time, so that what
  /// was written needn't have been read.
  var outputIsPipe = false
  /// Whether standard error is a terminal that can show how far long work has come.
  var errorsAreTerminal = false
  /// How many columns that terminal has now; nil where it doesn't say.
  var errorColumns: @Sendable () -> Int? = { nil }

  /// The console of this process.
  static func standard(environment: [String: String]) -> Console {
    let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    let errorsAreTerminal = isatty(STDERR_FILENO) == 1
    return Console(
      output: { try write($0, to: STDOUT_FILENO) },
      // Where standard error is closed there is nobody left to tell.
      errors: { try? write($0, to: STDERR_FILENO) },
      outputStyle: Style(
        environment: environment, isTerminal: outputIsTerminal,
        columns: TerminalSize.columns(of: STDOUT_FILENO)),
      errorStyle: Style(environment: environment, isTerminal: errorsAreTerminal),
      outputIsTerminal: outputIsTerminal, outputIsPipe: isPipe(STDOUT_FILENO),
      errorsAreTerminal: errorsAreTerminal && environment["TERM"] != "dumb",
      errorColumns: { TerminalSize.columns(of: STDERR_FILENO) })
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Prints data.
  func print(_ text: String) throws {
    guard !text.isEmpty else { return }
    try output(text)
  }

  /// Says a sentence beside the data, unless `--quiet` asked for silence.
  func note(_ text: String) {
    guard !isQuiet else { return }
    try? errors(text + "\n")
  }
}

private func write(_ text: String, to descriptor: Int32) throws {
  do throws(WriteFailure) {
    try Array(text.utf8).writeAll(to: descriptor)
  } catch {
    throw OutputError(code: error.code)
  }
}
