import HostProtos
import Synchronization

/// The last lines of a plugin's log, and the followers of that log.
final class LogRing: Sendable {
  /// The number of lines that are kept.
  static let capacity = 1000
  /// The source of the host's own remarks.
  static let hostSource = "host"

  fileprivate struct State {
    var lines: [LogLine] = []
    /// The index of the oldest line, once the ring is full.
    var oldest = 0
    var followers: [Int: AsyncStream<LogLine>.Continuation] = [:]
    var lastFollower = 0
  }

  private let state = Mutex(State())

  func append(_ line: LogLine) {
    let followers = state.withLock { state in
      state.append(line)
      return Array(state.followers.values)
    }
    for follower in followers { follower.yield(line) }
  }

  /// Returns the last `count` lines, oldest first.
  func last(_ count: Int = capacity) -> [LogLine] {
    state.withLock { $0.last(count) }
  }

  /// Returns the last `count` lines and then the new ones, without a gap between them.
  ///
  /// A follower that reads more slowly than the plugin writes misses the oldest of the lines that
  /// it has not read yet, because a log must not use memory without a limit.
  func follow(last count: Int) -> AsyncStream<LogLine> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LogLine.self, bufferingPolicy: .bufferingNewest(2 * Self.capacity))
    let follower = state.withLock { state in
      for line in state.last(count) { continuation.yield(line) }
      state.lastFollower += 1
      state.followers[state.lastFollower] = continuation
      return state.lastFollower
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.followers.removeValue(forKey: follower) }
    }
    return stream
  }

  /// Ends the stream of every follower.
  func finish() {
    let followers = state.withLock { Array($0.followers.values) }
    for follower in followers { follower.finish() }
  }
}

extension LogRing.State {
  fileprivate mutating func append(_ line: LogLine) {
    guard lines.count == LogRing.capacity else { return lines.append(line) }
    lines[oldest] = line
    oldest = (oldest + 1) % LogRing.capacity
  }

  fileprivate func last(_ count: Int) -> [LogLine] {
    Array((lines[oldest...] + lines[..<oldest]).suffix(count))
  }
}
