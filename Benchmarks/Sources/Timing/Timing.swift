/// The latencies of one operation that runs many times, one run after the other.
public struct Latencies {
  /// The median in µs.
  public let p50: Double
  /// The 99th percentile in µs.
  public let p99: Double

  /// Runs `operation` `count` times, after some runs that don't count.
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

/// Returns the rate per second at which `work` does `count` operations.
public func rate(of count: Int, _ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return Double(count) / start.duration(to: .now).seconds
}

/// Returns the rate per second at which `work` does `count` operations.
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
