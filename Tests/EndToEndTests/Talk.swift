import Dispatch
import Foundation
import Synchronization

/// What a process says on an output, read as it comes, so that it never waits for a reader.
final class Talk: Sendable {
  let pipe = Pipe()
  private let said: AsyncStream<Void>
  private let text = Mutex("")

  init() {
    let (said, continuation) = AsyncStream.makeStream(of: Void.self)
    self.said = said
    // It blocks, on a thread of its own, and keeps what it reads from until the end: a watched descriptor that is
    // closed too early would take the whole test process with it.
    let reading = pipe.fileHandleForReading
    DispatchQueue(label: "talk").async { [weak self] in
      while case let bytes = reading.availableData, !bytes.isEmpty {
        self?.text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        continuation.yield()
      }
      continuation.finish()
    }
  }

  /// Returns once `words` were said; throws if the process ends without saying them.
  func heard(_ words: String) async throws {
    for await _ in said where text.withLock({ $0.contains(words) }) { return }
    throw NeverSaid(words: words, text: text.withLock { $0 })
  }

  /// Returns all that was said, once nobody can say more.
  func toTheEnd() async -> String {
    for await _ in said {}
    return text.withLock { $0 }
  }
}

struct NeverSaid: Error {
  let words: String
  let text: String
}
