import Synchronization

@testable import StewardCommands

/// A recorder of everything that a command prints.
final class Recorder: Sendable {
  private let texts = Mutex((output: "", errors: ""))

  var output: String { texts.withLock(\.output) }
  var errors: String { texts.withLock(\.errors) }

  /// Returns a session whose console is this recorder.
  func session(input: String = "", isAttended: Bool = false) -> Session {
    Session(console: console, input: TextLines(input), isAttended: isAttended)
  }

  var console: Console {
    Console(
      output: { [self] text in texts.withLock { $0.output += text } },
      errors: { [self] text in texts.withLock { $0.errors += text } })
  }
}
