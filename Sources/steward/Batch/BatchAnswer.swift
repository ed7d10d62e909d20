internal import IPC
internal import ProtobufRuntime
internal import Status

/// What came of one line.
struct BatchAnswer: Sendable {
  /// The line of JSON that says so, with its end.
  var line: String
  /// Why the call has failed; nil when it hasn't.
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
  /// What a line that can't be understood is, among the codes of calls.
  fileprivate init(_ error: any Error) {
    self = error is UsageError ? .invalidArgument : Status(describing: error).code
  }
}
