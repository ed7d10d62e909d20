internal import IPC
internal import Synchronization

/// Tells streams without an end of their own that the host is being stopped.
final class StopSignal: Sendable {
  private struct State {
    var isGiven = false
    var listeners: [Int: AsyncStream<Never>.Continuation] = [:]
    var lastListener = 0
  }

  private let state = Mutex(State())

  func give() {
    let listeners = state.withLock { state in
      state.isGiven = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  /// Returns when the signal is given, or the task is cancelled.
  func wait() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    let listener = state.withLock { state -> Int? in
      guard !state.isGiven else { return nil }
      state.lastListener += 1
      state.listeners[state.lastListener] = continuation
      return state.lastListener
    }
    guard let listener else { return }
    for await _ in stream {}
    state.withLock { _ = $0.listeners.removeValue(forKey: listener) }
  }

  /// Runs `body`, which may go on forever, until the signal is given.
  ///
  /// - Throws: What `body` throws, or `HOST_STOPPING`.
  func orUntil(_ body: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask { try await body() }
      group.addTask {
        await self.wait()
        throw Status.hostStopping
      }
      try await group.next()
      group.cancelAll()
    }
  }
}
