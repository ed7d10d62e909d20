import Foundation

/// A running `steward serve`.
final class Daemon: Sendable {
  private let process: Process
  private let talk = TerminalSession()
  private let exit: Task<Int32, any Error>

  var pid: Int32 { process.processIdentifier }

  /// Starts it, and returns once it says where it serves.
  convenience init(_ shell: Shell, _ arguments: String...) async throws {
    try await self.init(shell, arguments)
  }

  /// Starts it, and returns once it says where it serves.
  init(_ shell: Shell, _ arguments: [String]) async throws {
    // Many run at a time, and there is but one default port.
    let http = arguments.contains("--http") ? [] : ["--no-http"]
    let process = shell.process(shell.installation.steward, ["serve"] + http + arguments)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = talk.pipe
    self.process = process
    exit = Task { try await process.runToEnd() }
    try await talk.heard("steward.sock")
  }

  /// Asks it to stop, and returns its exit status.
  func stop(by signal: Int32 = SIGTERM) async throws -> Int32 {
    Foundation.kill(pid, signal)
    return try await exit.value
  }

  /// Returns once it has said these words, after those that were waited for before.
  func heard(_ words: String) async throws { try await talk.heard(words) }

  /// Everything that it has said, once it has ended.
  func log() async -> String { await talk.toTheEnd() }

  /// Gives it no chance to clean up.
  func kill() async throws {
    Foundation.kill(pid, SIGKILL)
    _ = try await exit.value
  }
}
