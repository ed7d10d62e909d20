import Dispatch
import Foundation
import Synchronization

/// The output of a process, read as it arrives, so that the process never waits for a reader.
final class TerminalSession: Sendable {
  private struct State {
    var text = ""
    /// The text after all words of earlier waits.
    var unheard: Substring = ""
  }

  let pipe = Pipe()
  private let said: AsyncStream<Void>
  private let state = Mutex(State())

  init() {
    let (said, continuation) = AsyncStream.makeStream(of: Void.self)
    self.said = said
    // The read blocks, on a thread of its own, and keeps the pipe until the end. A watched
    // descriptor that is closed too early would end the whole test process.
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

  /// Waits until the process prints `words`, after the words of earlier waits. Throws if the
  /// process ends without printing them.
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

  /// Waits for the end of the output, and returns all of it.
  func toTheEnd() async -> String {
    for await _ in said {}
    return text
  }
}

struct NeverSaid: Error {
  let words: String
  let text: String
}
