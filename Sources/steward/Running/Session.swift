/// What a command finds around it when it runs.
struct Session: Sendable {
  var console: Console
  var environment: [String: String] = [:]
  var currentDirectory = "/"
  /// Standard input.
  var input: any LineSource = TextLines("")
  /// Whether a person sits at standard input and reads standard error.
  var isAttended = false

  /// Asks the person who is there, and returns the answer; nil at the end of input.
  func ask(_ question: String) async throws -> String? {
    try console.errors(question)
    return try await input.next()
  }
}
