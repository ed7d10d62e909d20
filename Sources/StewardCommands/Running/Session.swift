internal import Glibc

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

// Prompts for a user at the terminal.
extension Session {
  /// Asks, and returns the line that the user types; nil at the end of input.
  func ask(_ prompt: String) async throws -> String? {
    try console.errors(prompt)
    var line: String?
    // If the user has not pressed Enter, the cursor is still behind the prompt.
    defer { if line == nil { try? console.errors("\n") } }
    line = try await input.next()
    return line
  }

  /// Asks for a secret. The terminal does not show what the user types.
  func askSecretly(_ prompt: String) async throws -> String? {
    let line = try await Self.withHiddenInput { try await ask(prompt) }
    if line != nil { try console.errors("\n") }
    return line
  }

  /// Runs `body` while the terminal doesn't show what is typed.
  private static func withHiddenInput<Result>(
    _ body: () async throws -> Result
  ) async throws -> Result {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return try await body() }
    let former = settings
    settings.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    defer {
      var former = former
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &former)
    }
    return try await body()
  }

  /// Asks until the user types something other than white space.
  ///
  /// - Throws: ``UsageError`` at the end of input.
  func insist(on prompt: String, secretly: Bool = false) async throws -> String {
    while let line = try await secretly ? askSecretly(prompt) : ask(prompt) {
      guard line.allSatisfy(\.isWhitespace) else { return line }
      try console.errors("Nothing was typed. Ctrl-C cancels.\n")
    }
    throw UsageError("Cancelled; nothing was changed.")
  }
}
