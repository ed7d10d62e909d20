/// The times of one operation done many times over, one after the other.
public struct Latencies {
  /// In µs.
  public let p50: Double
  /// In µs.
  public let p99: Double

  /// Does `operation` `count` times, after some that don't count.
  public init(of count: Int, _ operation: () async throws -> Void) async rethrows {
    for _ in 0..<(count / 20) { try await operation() }
    var times: [Duration] = []
    times.reserveCapacity(count)
    for _ in 0..<count {
      let start = ContinuousClock.now
      try await operation()
      times.append(start.duration(to: .now))
    }
    times.sort()
    p50 = times[count / 2].seconds * 1e6
    p99 = times[count * 99 / 100].seconds * 1e6
  }
}

/// Returns how many a second `count` are that `work` does.
public func rate(of count: Int, _ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return Double(count) / start.duration(to: .now).seconds
}

/// Returns how many a second `count` are that `work` does.
public func rate(of count: Int, _ work: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await work()
  return Double(count) / start.duration(to: .now).seconds
}

extension Duration {
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
