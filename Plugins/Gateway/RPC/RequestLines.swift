import Synchronization

/// The lines of a text that is there already, one after the other.
final class RequestLines: Sendable {
  private let lines: Mutex<ArraySlice<Substring>>

  init(_ text: String) {
    lines = Mutex(text.split(separator: "\n")[...])
  }

  func next() -> String? {
    lines.withLock { $0.popFirst() }.map(String.init)
  }
}
