internal import Glibc

/// The terminal at standard input, made to hide what is typed.
enum HiddenInput {
  /// Runs `body` while the terminal doesn't show what is typed.
  static func during<Result>(_ body: () async throws -> Result) async throws -> Result {
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
}
