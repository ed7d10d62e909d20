internal import Glibc

/// A source of the system's random numbers. It fetches many at a time, because each fetch is a
/// system call.
struct RandomWords: RandomNumberGenerator {
  /// The number of words that the system gives in one call.
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
