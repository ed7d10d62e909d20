import Dispatch
import Foundation
import Synchronization

/// What a process says on an output, read as it comes, so that it never waits for a reader.
final class TerminalSession: Sendable {
  private struct State {
    var text = ""
    /// What comes after all that was waited for so far.
    var unheard: Substring = ""
  }

  let pipe = Pipe()
  private let said: AsyncStream<Void>
  private let state = Mutex(State())

  init() {
    let (said, continuation) = AsyncStream.makeStream(of: Void.self)
    self.said = said
    // It blocks, on a thread of its own, and keeps what it reads from until the end: a watched descriptor that is
    // closed too early would take the whole test process with it.
    let reading = pipe.fileHandleForReading
    DispatchQueue(label: "talk").async { [weak self] in
      while case let bytes = reading.availableData, !bytes.isEmpty {
        self?.add(String(decoding: bytes, as: UTF8.self))
        continuation.yield()
      }
      continuation.finish()
    }
  }

  private func add(_ words: String) {
    state.withLock { state in
      state.text += words
      state.unheard += words
    }
  }

  /// Returns once `words` were said, after those that were waited for before; throws if the process ends without saying
  /// them.
  func heard(_ words: String) async throws {
    if hears(words) { return }
    for await _ in said where hears(words) { return }
    throw NeverSaid(words: words, text: text)
  }

  private func hears(_ words: String) -> Bool {
    state.withLock { state in
      guard let range = state.unheard.firstRange(of: words) else { return false }
      state.unheard = state.unheard[range.upperBound...]
      return true
    }
  }

  private var text: String { state.withLock(\.text) }

  /// Returns all that was said, once nobody can say more.
  func toTheEnd() async -> String {
    for await _ in said {}
    return text
  }
}

struct NeverSaid: Error {
  let words: String
  let text: String
}
