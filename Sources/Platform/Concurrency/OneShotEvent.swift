internal import Synchronization

/// An event that happens once and stays so, such as the stop of a server or the start of a handler.
///
/// Any number of tasks may wait for it, before and after it happens:
///
/// ```swift
/// let stopping = OneShotEvent()
/// let watch = Task {
///   await stopping.wait()
///   print("The end.")
/// }
/// stopping.open()
/// ```
public final class OneShotEvent: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [Int: AsyncStream<Never>.Continuation] = [:]
    var lastTicket = 0
  }

  private let state = Mutex(State())

  /// Creates an event that has not happened yet.
  public init() {}

  /// Whether the event has happened.
  public var isOpen: Bool { state.withLock(\.isOpen) }

  /// Resumes all tasks that wait, and lets later ones pass. Opening it again changes nothing.
  public func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.finish() }
  }

  /// Returns once the event has happened or the task is cancelled. ``isOpen`` tells which.
  public func wait() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    let ticket = state.withLock { state -> Int? in
      guard !state.isOpen else { return nil }
      state.lastTicket += 1
      state.waiting[state.lastTicket] = continuation
      return state.lastTicket
    }
    guard let ticket else { return }
    for await _ in stream {}
    state.withLock { _ = $0.waiting.removeValue(forKey: ticket) }
  }
}
