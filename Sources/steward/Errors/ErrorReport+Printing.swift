internal import IPC
internal import ProtobufRuntime
internal import Status

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
