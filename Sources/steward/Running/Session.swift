/// What a command finds around it when it runs.
struct Session: Sendable {
  var console: Console
  var environment: [String: String] = [:]
  var currentDirectory = "/"
  /// Standard input.
  var input: any LineSource = TextLines("")
  /// Whether a person sits at standard input and reads standard error.
  var isAttended = false
}
