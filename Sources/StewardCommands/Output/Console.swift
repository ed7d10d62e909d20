internal import Glibc
internal import IPC
internal import Platform

/// The outputs of a command: standard output for data, standard error for everything else.
struct Console: Sendable {
  /// Writes all of a text, or throws.
  typealias Sink = @Sendable (String) throws -> Void

  var output: Sink
  var errors: Sink
  /// Whether hints and notes are left out.
  var isQuiet = false
  var outputStyle = Style.plain
  var errorStyle = Style.plain
  /// Whether standard output is a terminal, so that people read it.
  var outputIsTerminal = false
  /// Whether another program reads standard output. It may leave at any time, so written text may
  /// never be read.
  var outputIsPipe = false
  /// Whether standard error is a terminal that can show the progress of long work.
  var errorsAreTerminal = false
  /// Returns the current number of columns of that terminal; nil if it is unknown.
  var errorColumns: @Sendable () -> Int? = { nil }

  /// Returns the console of this process.
  static func standard(environment: [String: String]) -> Console {
    let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    let errorsAreTerminal = isatty(STDERR_FILENO) == 1
    return Console(
      output: { try write($0, to: STDOUT_FILENO) },
      // If standard error is closed, there is no other place for the message.
      errors: { try? write($0, to: STDERR_FILENO) },
      outputStyle: Style(
        environment: environment, isTerminal: outputIsTerminal,
        columns: columns(of: STDOUT_FILENO)),
      errorStyle: Style(environment: environment, isTerminal: errorsAreTerminal),
      outputIsTerminal: outputIsTerminal, outputIsPipe: isPipe(STDOUT_FILENO),
      errorsAreTerminal: errorsAreTerminal && environment["TERM"] != "dumb",
      errorColumns: { columns(of: STDERR_FILENO) })
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Returns the current number of columns of a descriptor's terminal; nil if the descriptor is not
  /// a terminal, or if the size is unknown.
  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Prints data to standard output.
  func print(_ text: String) throws {
    guard !text.isEmpty else { return }
    try output(text)
  }

  /// Prints a note to standard error, unless `--quiet` is given.
  func note(_ text: String) {
    guard !isQuiet else { return }
    try? errors(text + "\n")
  }
}

private func write(_ text: String, to descriptor: Int32) throws {
  do throws(SystemError) {
    try Array(text.utf8).writeAll(to: descriptor)
  } catch {
    throw OutputError(code: error.code)
  }
}

/// An error of a write to standard output.
struct OutputError: Error, Hashable {
  /// The errno of the failed `write`.
  var code: Int32

  /// Whether the reader of our output has left, as `head` does after enough lines.
  var isClosedPipe: Bool { code == EPIPE }

  var message: String {
    "Cannot write to standard output: \(SystemError.text(code))."
  }
}
