import Foundation

/// A running `steward serve`.
final class Daemon: Sendable {
  private let process: Process
  private let talk = TerminalSession()
  private let exit: Task<Int32, any Error>

  var pid: Int32 { process.processIdentifier }

  /// Starts the daemon, and returns when it says where it serves.
  convenience init(_ shell: Shell, _ arguments: String...) async throws {
    try await self.init(shell, arguments)
  }

  /// Starts the daemon, and returns when it says where it serves.
  init(_ shell: Shell, _ arguments: [String]) async throws {
    // Many daemons run at the same time, and there is only one default port.
    let http = arguments.contains("--http") ? [] : ["--no-http"]
    let process = shell.process(shell.installation.steward, ["serve"] + http + arguments)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = talk.pipe
    self.process = process
    exit = Task { try await process.runToEnd() }
    try await talk.heard("steward.sock")
  }

  /// Asks the daemon to stop, and returns its exit status.
  func stop(by signal: Int32 = SIGTERM) async throws -> Int32 {
    Foundation.kill(pid, signal)
    return try await exit.value
  }

  /// Waits until the daemon prints `words`, after the words of earlier waits.
  func heard(_ words: String) async throws { try await talk.heard(words) }

  /// Waits until the daemon has ended, and returns everything that it printed.
  func log() async -> String { await talk.toTheEnd() }

  /// Kills the daemon, so that it can't clean up.
  func kill() async throws {
    Foundation.kill(pid, SIGKILL)
    _ = try await exit.value
  }
}
