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
      exitCode: ExitCodes.status(for: status.code), code: status.code.name,
      reason: status.reason.rawValue,
      message: status.message, violations: status.fieldViolations)
  }
}

extension Status {
  /// Returns the error for a request or response that could not be translated.
  static func unreadable(_ error: ProtobufError) -> Status {
    Status(.invalidArgument, reason: "INVALID_MESSAGE", message: error.description)
  }
}

extension ErrorReport {
  /// Returns the error for people: the message, then one line for each field that breaks a rule.
  func text(style: Style) -> String {
    let lines = [said] + unsaid.map { "  " + $0 }
    let text = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { String($0).singleLine + "\n" }.joined()
    return style.paint("error:", .red) + " " + text
  }

  private var rules: [String] { violations.map { "\($0.field): \($0.message)" } }

  /// Whether the message is only a list of several rules, which is easier to read as lines.
  private var isOnlyRules: Bool { rules.count > 1 && message == rules.joined(separator: "; ") }

  private var said: String { isOnlyRules ? "The request breaks several rules:" : message }

  /// The rules that the message does not contain.
  private var unsaid: [String] { isOnlyRules ? rules : rules.filter { !message.contains($0) } }

  /// The error for machines, as one line of JSON.
  var json: String { JSONValue.object([("error", details)]).description + "\n" }

  /// The members of the error in JSON.
  var details: JSONValue {
    .object([
      ("code", .string(code)), ("reason", .string(reason)), ("message", .string(message)),
      ("exit_code", .number(String(exitCode))),
      ("field_violations", .array(violations.map(\.json))),
    ])
  }
}

extension FieldViolation {
  fileprivate var json: JSONValue {
    .object([
      ("field", .string(field)), ("reason", .string(reason)), ("message", .string(message)),
    ])
  }
}
