internal import Synchronization

/// The task that serves a call. It may be cancelled before it starts.
struct HandlerTask: ~Copyable {
  enum State {
    case waiting
    case running(Task<Void, Never>)
    case cancelled
  }

  private let state = Mutex(State.waiting)

  /// Starts the handler on the calling thread. It stays there until it first waits for something.
  /// ``ReaderExecutor`` decides where it continues.
  borrowing func start(_ handler: @escaping @Sendable () async -> Void) {
    let task = Task.immediate(executorPreference: ReaderExecutor.shared) { await handler() }
    let isCancelled = state.withLock { state in
      if case .cancelled = state { return true }
      state = .running(task)
      return false
    }
    if isCancelled { task.cancel() }
  }

  borrowing func cancel() {
    let former = state.withLock { state in
      let former = state
      state = .cancelled
      return former
    }
    if case .running(let task) = former { task.cancel() }
  }
}
