import Foundation
import Testing

/// A terminal that runs a shell command, with a keyboard for a simulated user.
final class Terminal {
  /// Control-C and Control-D, as the keyboard sends them.
  static let (interrupt, endOfInput) = ("\u{3}", "\u{4}")

  private let keyboard = Pipe()
  private let screen = TerminalSession()
  private let exit: Task<Int32, any Error>

  /// Runs a line of bash on the terminal.
  init(_ shell: Shell, _ line: String) {
    let process = shell.process(
      URL(fileURLWithPath: "/usr/bin/script"), ["-q", "-e", "-c", line, "/dev/null"])
    process.environment?["SHELL"] = "/bin/bash"
    process.environment?["TERM"] = "dumb"
    process.standardInput = keyboard
    process.standardOutput = screen.pipe
    process.standardError = screen.pipe
    exit = Task { try await process.runToEnd() }
  }

  /// Types when the terminal shows `words`, after the words of earlier waits.
  func type(_ words: String, _ typed: String) async throws {
    try await screen.heard(words)
    try keyboard.fileHandleForWriting.write(contentsOf: Data(typed.utf8))
  }

  /// Types each text, and Enter, when the terminal shows its prompt.
  func type(_ texts: KeyValuePairs<String, String>) async throws {
    for (words, typed) in texts { try await type(words, typed + "\n") }
  }

  /// Waits for the end of the command, and returns its exit status and everything that the terminal
  /// has shown.
  func end() async throws -> (status: Int32, shown: String) {
    let status = try await exit.value
    return (status, await screen.toTheEnd().replacing("\r\n", with: "\n"))
  }
}
