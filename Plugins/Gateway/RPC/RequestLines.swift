import Synchronization

/// The lines of a text that is already complete, one after the other. Empty lines are skipped.
final class RequestLines: Sendable {
  private let rest: Mutex<Substring.UTF8View>

  init(_ text: String) {
    rest = Mutex(text[...].utf8)
  }

  /// Returns the next line; nil after the last. Each line is found when it is needed, because a
  /// body may consist of line ends only.
  func next() -> String? {
    rest.withLock { rest in
      rest = rest.drop { $0 == UInt8(ascii: "\n") }
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...]
      return String(Substring(line))
    }
  }
}
