internal import IPC
internal import JSONCalls
internal import ProtobufRuntime
internal import Status

/// One line of a batch, which says which call to make.
struct BatchLine: Sendable {
  var method: MethodName
  var request: JSONValue
  var idempotencyKey: String

  private static let names = ["id", "method", "request", "idempotency_key"]

  init(_ json: JSONValue) throws {
    guard case .object(let members) = json else {
      throw Status.batchLine("it is not an object. Write {\"method\": \"SERVICE/METHOD\"}")
    }
    for (name, _) in members where !Self.names.contains(name) {
      throw Status.batchLine(
        "unknown field '\(Nearest.repeated(name, among: Self.names))'."
          + "\(Nearest.didYouMean(for: name, among: Self.names)) "
          + "Known: \(Self.names.joined(separator: ", "))")
    }
    guard let name = try json.text("method"), let method = MethodName(argument: name) else {
      throw Status.batchLine("\"method\" must be a string, such as \"Orgs/List\"")
    }
    self.method = method
    request = json["request"] ?? .object([])
    idempotencyKey = try json.text("idempotency_key") ?? ""
  }
}

extension JSONValue {
  /// Returns the member's text; nil if there is no such member. Throws if the member is not a text
  /// or is empty.
  fileprivate func text(_ name: String) throws -> String? {
    switch self[name] {
    case nil: return nil
    case .string(let text)? where !text.isEmpty: return text
    default: throw Status.batchLine("\"\(name)\" must be a non-empty string")
    }
  }
}

extension Status {
  fileprivate static func batchLine(_ problem: String) -> Status {
    Status(
      .invalidArgument, reason: "INVALID_LINE", message: "Invalid line: \(problem).")
  }
}

/// The result of one line.
struct BatchResponse: Sendable {
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
    failure = Status(
      StatusCode(error), reason: StatusReason(rawValue: report.reason), message: report.message)
  }
}

extension StatusCode {
  /// Creates the code of an error. A line that can't be understood has the code of an invalid
  /// argument.
  fileprivate init(_ error: any Error) {
    self = error is UsageError ? .invalidArgument : Status(describing: error).code
  }
}
