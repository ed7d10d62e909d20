import Timing

/// Runs `operation` `count` times with `callers` at once; returns how many a second that makes.
func rate(
  of count: Int, callers: Int, _ operation: @escaping @Sendable () async throws -> Void
) async throws -> Double {
  let start = ContinuousClock.now
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<callers {
      group.addTask { for _ in 0..<(count / callers) { try await operation() } }
    }
    try await group.waitForAll()
  }
  return Double(count) / start.duration(to: .now).seconds
}
