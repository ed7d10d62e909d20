internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime
internal import Status

/// An error as it is printed, with the exit code of the program.
struct ErrorReport: Hashable {
  var exitCode: Int32
  /// The name of a gRPC code, or a word such as `USAGE`.
  var code: String
  var reason: String
  var message: String
  var violations: [FieldViolation] = []
}

extension ErrorReport {
  init(_ error: any Error) {
    switch error {
    case let error as UsageError: self.init(usage: error.description)
    case let error as ValidationError: self.init(usage: error.message)
    case let error as OutputError: self.init(output: error)
    case let error as Status: self.init(status: error)
    case let error as any StatusConvertible: self.init(status: error.status)
    case is CancellationError: self.init(status: Status(describing: error))
    case let error as ProtobufError: self.init(status: .unreadable(error))
    default:
      self.init(status: Status(.unknown, reason: "UNKNOWN", message: String(describing: error)))
    }
  }

  private init(usage message: String) {
    self.init(exitCode: ExitCodes.usage, code: "USAGE", reason: "USAGE", message: message)
  }

  private init(output error: OutputError) {
    self.init(
      exitCode: error.isClosedPipe ? ExitCodes.closedPipe : ExitCodes.output, code: "OUTPUT",
      reason: error.isClosedPipe ? "CLOSED_PIPE" : "WRITE_FAILED", message: error.message)
  }

  private init(status: Status) {
    self.init(
      exitCode: ExitCodes.status(for: status.code), code: status.code.name, reason: status.reason,
      message: status.message, violations: status.fieldViolations)
  }
}

extension Status {
  /// Returns the error for a request or response that could not be translated.
  static func unreadable(_ error: ProtobufError) -> Status {
    Status(.invalidArgument, reason: "INVALID_MESSAGE", message: error.description)
  }
}
