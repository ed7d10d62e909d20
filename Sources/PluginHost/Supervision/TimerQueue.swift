internal import HeapModule

/// Timers, of which the next one is known without a search.
struct TimerQueue: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// A timer that was set.
  struct Token: Hashable, Sendable {
    fileprivate let number: Int
  }

  private struct Timer: Sendable {
    var due: Instant
    var ring: @Sendable () -> Void
  }

  private struct Entry: Comparable, Sendable {
    var due: Instant
    var token: Token

    static func < (one: Entry, other: Entry) -> Bool {
      (one.due, one.token.number) < (other.due, other.token.number)
    }
  }

  /// The number of entries of cancelled timers that are always tolerated.
  private static let tolerance = 64

  private var timers: [Token: Timer] = [:]
  /// An entry for each timer. A cancelled timer may still have one.
  private var entries = Heap<Entry>()
  private var lastNumber = 0

  /// The time of the next timer; nil if none is set.
  mutating func next() -> Instant? {
    dropCancelled()
    return entries.min?.due
  }

  /// Sets a timer. `ring` is what it does when it is due.
  mutating func set(at due: Instant, _ ring: @escaping @Sendable () -> Void) -> Token {
    lastNumber += 1
    let token = Token(number: lastNumber)
    timers[token] = Timer(due: due, ring: ring)
    entries.insert(Entry(due: due, token: token))
    return token
  }

  /// Cancels a timer. Does nothing if it was taken before.
  mutating func cancel(_ token: Token) {
    timers[token] = nil
    guard entries.count > 2 * timers.count + Self.tolerance else { return }
    entries = Heap(timers.map { Entry(due: $0.value.due, token: $0.key) })
  }

  /// Removes the timers that are due, and returns what they do, in the order of their times.
  mutating func takeDue(at now: Instant) -> [@Sendable () -> Void] {
    var due: [@Sendable () -> Void] = []
    while let entry = entries.min, entry.due <= now {
      entries.removeMin()
      if let timer = timers.removeValue(forKey: entry.token) { due.append(timer.ring) }
    }
    return due
  }

  private mutating func dropCancelled() {
    while let entry = entries.min, timers[entry.token] == nil { entries.removeMin() }
  }
}
