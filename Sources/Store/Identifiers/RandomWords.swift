internal import Glibc

/// The system's random numbers, many at a time: asking for each alone would be a system call each.
struct RandomWords: RandomNumberGenerator {
  /// As many as the system gives at once.
  private static let fetchedAtOnce = 256 / MemoryLayout<UInt64>.size

  private var words: [UInt64] = []

  mutating func next() -> UInt64 {
    if words.isEmpty { fetch() }
    return words.removeLast()
  }

  private mutating func fetch() {
    words = [UInt64](repeating: 0, count: Self.fetchedAtOnce)
    let status = words.withUnsafeMutableBytes { getentropy($0.baseAddress!, $0.count) }
    precondition(status == 0, "the system has no random numbers")
  }
}
