import Foundation

/// A running `steward serve`.
final class Daemon: Sendable {
  private let process: Process
  private let exit: Task<Int32, any Error>

  var pid: Int32 { process.processIdentifier }

  /// Starts it, and returns once it says that it serves.
  init(_ shell: Shell, _ arguments: String...) async throws {
    let process = shell.process(shell.installation.steward, ["serve"] + arguments)
    let talk = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = talk
    self.process = process
    exit = Task { try await process.runToEnd() }

    var said = ""
    for try await line in talk.fileHandleForReading.bytes.lines {
      said += line + "\n"
      if line.contains("steward.sock") { return }
    }
    throw DaemonError(said: said)
  }

  /// Asks it to stop, and returns its exit status.
  func stop() async throws -> Int32 {
    process.terminate()
    return try await exit.value
  }

  /// Gives it no chance to clean up.
  func kill() async throws {
    Foundation.kill(pid, SIGKILL)
    _ = try await exit.value
  }
}

struct DaemonError: Error {
  let said: String
}
