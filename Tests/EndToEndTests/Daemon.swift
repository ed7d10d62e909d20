import Foundation

/// A running `steward serve`.
final class Daemon: Sendable {
  private let process: Process
  private let exit: Task<Int32, any Error>

  var pid: Int32 { process.processIdentifier }

  /// Starts it, and returns once it says where it serves.
  init(_ shell: Shell, _ arguments: String...) async throws {
    let process = shell.process(shell.installation.steward, ["serve"] + arguments)
    let talk = Talk()
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

  /// Gives it no chance to clean up.
  func kill() async throws {
    Foundation.kill(pid, SIGKILL)
    _ = try await exit.value
  }
}

/// What a process says on standard error, read as it comes, so that it never waits for a reader.
private final class Talk: Sendable {
  let pipe = Pipe()
  private let said: AsyncStream<String>

  init() {
    let (said, continuation) = AsyncStream.makeStream(of: String.self)
    self.said = said
    pipe.fileHandleForReading.readabilityHandler = { handle in
      let bytes = handle.availableData
      guard bytes.isEmpty else {
        return _ = continuation.yield(String(decoding: bytes, as: UTF8.self))
      }
      handle.readabilityHandler = nil
      continuation.finish()
    }
  }

  /// Returns once `words` were said; throws if the process ends without saying them.
  func heard(_ words: String) async throws {
    var text = ""
    for await part in said {
      text += part
      if text.contains(words) { return }
    }
    throw NeverSaid(words: words, text: text)
  }
}

struct NeverSaid: Error {
  let words: String
  let text: String
}
