internal import Status
internal import Synchronization

/// A window that lets messages pass while there is credit, in the order in which they arrived.
final class FlowControlWindow: Sendable {
  fileprivate struct Waiting {
    let ticket: UInt64
    let cost: Int
    let continuation: CheckedContinuation<Void, any Error>
  }

  fileprivate struct State {
    var credit = FlowControl.initialWindow
    var closed: Status?
    var waiting: [Waiting] = []
    var lastTicket: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Returns once a message of this cost may be sent.
  ///
  /// - Throws: The status with which the window was closed, or CancellationError.
  func pass(_ cost: Int) async throws {
    let (passed, ticket) = try state.withLock { try $0.enter(cost) }
    if passed { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(Waiting(ticket: ticket, cost: cost, continuation: continuation))
      }
    } onCancel: {
      leave(ticket)
    }
  }

  /// Adds credit, and lets the messages pass for which it is enough.
  func add(_ bytes: Int) {
    let admitted = state.withLock { $0.add(bytes) }
    for waiting in admitted { waiting.continuation.resume() }
  }

  /// Closes the window. No further message passes.
  func close(_ status: Status) {
    let refused = state.withLock { $0.close(status) }
    for waiting in refused { waiting.continuation.resume(throwing: status) }
  }

  private func wait(_ waiting: Waiting) {
    // The cancellation of the task is checked under the lock. If the task isn't cancelled yet,
    // `leave` runs later and finds the entry.
    let decided: Result<Void, any Error>? = state.withLock { state in
      if Task.isCancelled { return .failure(CancellationError()) }
      if let closed = state.closed { return .failure(closed) }
      if state.admit(waiting.cost) { return .success(()) }
      state.waiting.append(waiting)
      return nil
    }
    if let decided { waiting.continuation.resume(with: decided) }
  }

  private func leave(_ ticket: UInt64) {
    let waiting = state.withLock { state in
      state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
    }
    waiting?.continuation.resume(throwing: CancellationError())
  }
}

extension FlowControlWindow.State {
  fileprivate mutating func enter(_ cost: Int) throws -> (passed: Bool, ticket: UInt64) {
    if let closed { throw closed }
    if admit(cost) { return (true, 0) }
    lastTicket += 1
    return (false, lastTicket)
  }

  /// Takes the credit for a message. Returns false if there is none, or if earlier messages wait.
  fileprivate mutating func admit(_ cost: Int) -> Bool {
    guard waiting.isEmpty, credit > 0 else { return false }
    credit -= cost
    return true
  }

  fileprivate mutating func add(_ bytes: Int) -> [FlowControlWindow.Waiting] {
    // However often the other side grants credit, the number must not overflow.
    credit += min(bytes, Int.max - max(credit, 0))
    var admitted = 0
    while admitted < waiting.count, credit > 0 {
      credit -= waiting[admitted].cost
      admitted += 1
    }
    defer { waiting.removeFirst(admitted) }
    return Array(waiting.prefix(admitted))
  }

  fileprivate mutating func close(_ status: Status) -> [FlowControlWindow.Waiting] {
    guard closed == nil else { return [] }
    closed = status
    defer { waiting = [] }
    return waiting
  }
}
