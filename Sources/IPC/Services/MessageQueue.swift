internal import Status
internal import Synchronization

/// The messages of a call that have arrived and were not taken yet. One task takes them.
///
/// The sender's credit bounds the size of the queue. Credit is returned as messages are taken, half
/// a window at a time.
final class MessageQueue: Sendable {
  /// A message that ``next()`` returns.
  struct Taken {
    /// The message, or nil after the last one.
    var message: [UInt8]?
    /// The credit to return to the sender now.
    var grant = 0
  }

  fileprivate struct State {
    var messages: [(bytes: [UInt8], cost: Int)] = []
    /// The index of the first message in `messages` that was not taken yet.
    var first = 0
    var taken = 0
    var finished: Status?
    var waiting: CheckedContinuation<Taken, any Error>?
  }

  private let state = Mutex(State())

  /// Appends a message.
  ///
  /// - Parameter cost: The credit that the message cost the sender; 0 for a message without cost.
  func push(_ message: [UInt8], cost: Int) {
    let delivery = state.withLock { state in
      state.messages.append((message, cost))
      return state.takeWaiting()
    }
    delivery?()
  }

  /// Ends the queue. No further message arrives.
  ///
  /// - Parameters:
  ///   - status: How the sender ended. Unless it is ``Status/ok``, it is thrown after the last
  ///     message.
  ///   - discarding: Whether to drop the messages that were not taken yet.
  func finish(_ status: Status, discarding: Bool = false) {
    let delivery = state.withLock { state in
      if discarding { state.discard() }
      if state.finished == nil || discarding { state.finished = status }
      return state.takeWaiting()
    }
    delivery?()
  }

  /// Returns the next message, once there is one.
  ///
  /// - Throws: The status with which the queue was finished, or CancellationError.
  func next() async throws -> Taken {
    if let taken = try state.withLock({ try $0.take() }) { return taken }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wait($0) }
    } onCancel: {
      let waiting = state.withLock { $0.waiting.take() }
      waiting?.resume(throwing: CancellationError())
    }
  }

  private func wait(_ continuation: CheckedContinuation<Taken, any Error>) {
    let delivery = state.withLock { state -> (() -> Void)? in
      precondition(state.waiting == nil, "two tasks read from one message stream")
      // Checked under the lock: if the task isn't cancelled yet, its cancellation finds the waiter.
      if Task.isCancelled { return { continuation.resume(throwing: CancellationError()) } }
      state.waiting = continuation
      return state.takeWaiting()
    }
    delivery?()
  }
}

extension MessageQueue.State {
  /// Takes the next message or the end. Returns nil if there is neither yet.
  fileprivate mutating func take() throws -> MessageQueue.Taken? {
    guard first < messages.count else {
      guard let finished else { return nil }
      if finished.isOK { return MessageQueue.Taken() }
      throw finished
    }
    let (bytes, cost) = messages[first]
    messages[first].bytes = []
    first += 1
    compact()
    return MessageQueue.Taken(message: bytes, grant: grant(for: cost))
  }

  private mutating func grant(for cost: Int) -> Int {
    taken += cost
    guard taken >= FlowControl.initialWindow / 2 else { return 0 }
    defer { taken = 0 }
    return taken
  }

  private mutating func compact() {
    if first == messages.count {
      messages.removeAll(keepingCapacity: true)
      first = 0
    } else if first > 64, first > messages.count / 2 {
      messages.removeFirst(first)
      first = 0
    }
  }

  fileprivate mutating func discard() {
    messages = []
    first = 0
  }

  /// Returns a function that resumes the waiting task, if a task waits and there is something for
  /// it. The function must be called outside the lock.
  fileprivate mutating func takeWaiting() -> (() -> Void)? {
    guard let waiting else { return nil }
    do {
      guard let taken = try take() else { return nil }
      self.waiting = nil
      return { waiting.resume(returning: taken) }
    } catch {
      self.waiting = nil
      return { waiting.resume(throwing: error) }
    }
  }
}
