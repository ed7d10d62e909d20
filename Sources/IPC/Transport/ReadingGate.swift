internal import Dispatch
internal import Synchronization

/// A gate that holds back the one thread that reads a descriptor, while it must not read.
final class ReadingGate: Sendable {
  private struct State {
    var isClosed = false
    var isAwaited = false
  }

  private let state = Mutex(State())
  private let opened = DispatchSemaphore(value: 0)

  /// Returns once the gate is open. It is nearly always open.
  func pass() {
    let mustWait = state.withLock { state in
      state.isAwaited = state.isClosed
      return state.isClosed
    }
    if mustWait { opened.wait() }
  }

  func close() {
    state.withLock { $0.isClosed = true }
  }

  func open() {
    let isAwaited = state.withLock { state in
      defer { state = State() }
      return state.isAwaited
    }
    if isAwaited { opened.signal() }
  }
}
