internal import IPC
internal import ProtobufRuntime
internal import Status

/// The result of one line.
struct BatchAnswer: Sendable {
  /// The result as a line of JSON, with its line end.
  var line: String
  /// The reason why the call failed; nil if it succeeded.
  var failure: Status?

  init(_ id: JSONValue, response: JSONValue) {
    line = JSONValue.object([("id", id), ("response", response)]).description + "\n"
  }

  init(_ id: JSONValue, error: any Error) {
    let report = ErrorReport(error)
    line = JSONValue.object([("id", id), ("error", report.details)]).description + "\n"
    failure = Status(StatusCode(error), reason: report.reason, message: report.message)
  }
}

extension StatusCode {
  /// Creates the code of an error. A line that can't be understood has the code of an invalid
  /// argument.
  fileprivate init(_ error: any Error) {
    self = error is UsageError ? .invalidArgument : Status(describing: error).code
  }
}
