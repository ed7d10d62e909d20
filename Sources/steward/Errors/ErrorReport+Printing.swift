internal import IPC
internal import ProtobufRuntime

extension ErrorReport {
  /// The error for people: the message, then each field that breaks a rule on a line of its own.
  func text(style: Style) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let said = lines.map { String($0).singleLine }.joined(separator: "\n")
    let fields = violations.map { "  \($0.field.singleLine): \($0.message.singleLine)\n" }
    return style.paint("error:", .red) + " " + said + "\n" + fields.joined()
  }

  /// The error for machines: one line of JSON.
  var json: String {
    let error: JSONValue = .object([
      ("code", .string(code)), ("reason", .string(reason)), ("message", .string(message)),
      ("exit_code", .number(String(exitCode))),
      ("field_violations", .array(violations.map(\.json))),
    ])
    return JSONValue.object([("error", error)]).description + "\n"
  }
}

extension FieldViolation {
  fileprivate var json: JSONValue {
    .object([
      ("field", .string(field)), ("reason", .string(reason)), ("message", .string(message)),
    ])
  }
}
