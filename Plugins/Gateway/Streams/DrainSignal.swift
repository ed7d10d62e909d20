import Synchronization

/// Tells answers without an end of their own that the server wants to part from its clients.
final class DrainSignal: Sendable {
  private struct State {
    var isGiven = false
    var listeners: [Int: AsyncStream<Never>.Continuation] = [:]
    var lastListener = 0
  }

  private let state = Mutex(State())

  /// Gives the signal, for good.
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
}
