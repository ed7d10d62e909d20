/// The console, the environment and the input of a running command.
struct Session: Sendable {
  var console: Console
  var environment: [String: String] = [:]
  var currentDirectory = "/"
  /// Standard input.
  var input: any LineSource = TextLines("")
  /// Whether a user types at standard input and reads standard error.
  var isAttended = false
}
