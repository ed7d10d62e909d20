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
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let bytes = handle.availableData
      guard bytes.isEmpty else {
        self?.text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        return _ = continuation.yield()
      }
      handle.readabilityHandler = nil
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
