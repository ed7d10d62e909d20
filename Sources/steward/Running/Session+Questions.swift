// Questions to a user at the terminal.
extension Session {
  /// Asks, and returns the line that the user types; nil at the end of input.
  func ask(_ question: String) async throws -> String? {
    try console.errors(question)
    var answer: String?
    // If the user has not pressed Enter, the cursor is still behind the question.
    defer { if answer == nil { try? console.errors("\n") } }
    answer = try await input.next()
    return answer
  }

  /// Asks for a secret. The terminal does not show what the user types.
  func askSecretly(_ question: String) async throws -> String? {
    let answer = try await HiddenInput.during { try await ask(question) }
    if answer != nil { try console.errors("\n") }
    return answer
  }

  /// Asks until the user types something other than white space.
  ///
  /// - Throws: ``UsageError`` at the end of input.
  func insist(on question: String, secretly: Bool = false) async throws -> String {
    while let answer = try await secretly ? askSecretly(question) : ask(question) {
      guard answer.allSatisfy(\.isWhitespace) else { return answer }
      try console.errors("Nothing was typed. Ctrl-C cancels.\n")
    }
    throw UsageError("Cancelled; nothing was changed.")
  }
}
