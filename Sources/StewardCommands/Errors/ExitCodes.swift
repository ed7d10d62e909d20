internal import IPC
internal import Status

/// The exit codes of this program.
enum ExitCodes {
  static let success: Int32 = 0
  /// BSD's EX_USAGE.
  static let usage: Int32 = 64
  /// BSD's EX_IOERR: standard output could not be written.
  static let output: Int32 = 74
  /// 128 + SIGINT, as a shell reports it.
  static let interrupted: Int32 = 130
  /// 128 + SIGPIPE: the reader of our output has left.
  static let closedPipe: Int32 = 141
  /// 128 + SIGTERM.
  static let terminated: Int32 = 143

  /// Returns the exit code for a call that ended with `code`: 0 for OK, otherwise the code plus 10.
  static func status(for code: StatusCode) -> Int32 {
    guard code != .ok else { return success }
    // An unknown code must not wrap around and get another meaning.
    return code.rawValue <= 16 ? 10 + Int32(code.rawValue) : 10 + Int32(StatusCode.unknown.rawValue)
  }

  /// The text that `steward help exit-codes` prints.
  static var help: String {
    let rows = calls.map { code, meaning in
      [TextTable.Cell(String(status(for: code))), .init(code.name), .init(meaning)]
    }
    let table = TextTable(
      heading: ["CODE", "NAME", "MEANING"],
      rows: [row(success, "OK", "The command succeeded.")] + rows + others)
    return """
      Exit codes: 0, or 10 plus the gRPC status code of the failed call, or one of a few others.

      \(table.text(style: .plain))
      """
  }

  private static func row(_ code: Int32, _ name: String, _ meaning: String) -> [TextTable.Cell] {
    [.init(String(code)), .init(name), .init(meaning)]
  }

  private static let others = [
    row(usage, "USAGE", "The command line is wrong; nothing was done."),
    row(output, "OUTPUT", "Standard output could not be written."),
    row(interrupted, "SIGINT", "The command was interrupted."),
    row(closedPipe, "SIGPIPE", "The reader of standard output closed it."),
    row(terminated, "SIGTERM", "The command was terminated."),
  ]

  private static let calls: [(StatusCode, String)] = [
    (.cancelled, "The call was cancelled."),
    (.unknown, "The plugin failed for an unknown reason; see steward plugin logs."),
    (.invalidArgument, "The request is invalid, whatever the state."),
    (.deadlineExceeded, "The time limit (--timeout) passed before the response arrived."),
    (.notFound, "The resource does not exist."),
    (.alreadyExists, "The resource already exists."),
    (.permissionDenied, "The caller lacks the permission."),
    (.resourceExhausted, "The disk or the store is full, or a limit is reached."),
    (.failedPrecondition, "The current state does not allow this; change it first."),
    (.aborted, "The resource changed (--if-match); read it again, then retry."),
    (.outOfRange, "The requested range is no longer available, or never was."),
    (.unimplemented, "The service or method does not exist."),
    (.internal, "The host or a plugin has an internal error."),
    (.unavailable, "The plugin or the host cannot be reached now; retry."),
    (.dataLoss, "Data is damaged."),
    (.unauthenticated, "The caller is not authenticated."),
  ]
}
