internal import Synchronization

/// Something to wait for until it has happened, once and for good: that a server stops, or that a handler has begun.
///
/// Any number of tasks may wait, before and after:
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

  /// Creates a latch that is closed.
  public init() {}

  /// Whether it has happened.
  public var isOpen: Bool { state.withLock(\.isOpen) }

  /// Lets all go on who wait, now and later. To open it again changes nothing.
  public func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.finish() }
  }

  /// Returns once the latch is open, or the task is cancelled: which of them, ``isOpen`` says.
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
