import Synchronization

/// The lines of a text that is there already, one after the other, without those that are empty.
final class RequestLines: Sendable {
  private let rest: Mutex<Substring.UTF8View>

  init(_ text: String) {
    rest = Mutex(text[...].utf8)
  }

  /// Returns the next line; nil after the last. Each is found when it is wanted: a body may be all
  /// line ends.
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
