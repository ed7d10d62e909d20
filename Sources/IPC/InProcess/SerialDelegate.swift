internal import Status
internal import Synchronization

/// The events of one delegate, told in order and one at a time, whatever threads they come from.
///
/// The thread that posts an event also tells it, unless another thread is telling already. So two
/// sides that respond to each other don't fill the stack, and no thread waits for another.
struct SerialDelegate: ~Copyable, Sendable {
  enum Event: Hashable, Sendable {
    case received([UInt8])
    case halfClosed
    case credited(Int)
    case cancelled(Status)
    case ended(CallEnd)
  }

  private let state: Mutex<State>

  /// Creates the queue of events for `delegate`. Without one, events wait for ``attach(_:)``.
  init(of delegate: (any CallDelegate)? = nil) {
    state = Mutex(State(delegate: delegate))
  }

  /// Sets the delegate, and tells it the events that wait.
  borrowing func attach(_ delegate: any CallDelegate) {
    tell(state.withLock { $0.attach(delegate) })
  }

  /// Tells the delegate of an event, unless the queue is closed.
  borrowing func post(_ event: Event) {
    tell(state.withLock { $0.post(event) })
  }

  /// Takes no further event after `last`. Returns whether the queue was open until now.
  @discardableResult
  borrowing func close(with last: Event) -> Bool {
    let (wasOpen, telling) = state.withLock { ($0.isOpen, $0.close(with: last)) }
    tell(telling)
    return wasOpen
  }

  /// Takes no further event, and drops the events that were not told yet.
  borrowing func close() {
    let former = state.withLock { $0.close() }
    _ = consume former  // Released outside the lock: its deinit may do anything.
  }

  private borrowing func tell(_ first: State.Telling?) {
    var next = first
    while let current = next {
      current.delegate.hear(current.event)
      next = state.withLock { $0.told() }
    }
  }
}

extension SerialDelegate {
  /// The state of the queue, as a value that decides what to tell next.
  struct State: Sendable {
    /// An event to tell now, and its delegate.
    struct Telling: Sendable {
      let delegate: any CallDelegate
      let event: Event
    }

    private(set) var isOpen = true
    private var delegate: (any CallDelegate)?
    private var waiting: [Event] = []
    private var isTelling = false

    init(delegate: (any CallDelegate)? = nil) {
      self.delegate = delegate
    }

    mutating func attach(_ delegate: any CallDelegate) -> Telling? {
      guard isOpen || !waiting.isEmpty else { return nil }
      self.delegate = delegate
      return next()
    }

    mutating func post(_ event: Event) -> Telling? {
      guard isOpen else { return nil }
      guard !isTelling, let delegate else {
        waiting.append(event)
        return nil
      }
      isTelling = true
      return Telling(delegate: delegate, event: event)
    }

    mutating func close(with last: Event) -> Telling? {
      let telling = post(last)
      isOpen = false
      return telling
    }

    mutating func close() -> (any CallDelegate)? {
      isOpen = false
      waiting = []
      return delegate.take()
    }

    /// Returns the next event, after one has been told. After the last event, the delegate is
    /// released.
    mutating func told() -> Telling? {
      isTelling = false
      return next()
    }

    private mutating func next() -> Telling? {
      guard !isTelling, let delegate else { return nil }
      guard !waiting.isEmpty else {
        if !isOpen { self.delegate = nil }
        return nil
      }
      isTelling = true
      return Telling(delegate: delegate, event: waiting.removeFirst())
    }
  }
}

extension CallDelegate {
  fileprivate func hear(_ event: SerialDelegate.Event) {
    switch event {
    case .received(let message): received(message)
    case .halfClosed: halfClosed()
    case .credited(let bytes): credited(bytes)
    case .cancelled(let reason): cancelled(reason)
    case .ended(let end): ended(end)
    }
  }
}
