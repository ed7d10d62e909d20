internal import Status
internal import Synchronization

/// The events of one observer: told in order and one at a time, whichever threads they come from.
///
/// Whoever posts also tells, unless somebody does already: so two sides that answer each other don't
/// pile up on the stack, and nobody waits for another thread.
struct SerialDelegate: ~Copyable, Sendable {
  enum Event: Hashable, Sendable {
    case received([UInt8])
    case halfClosed
    case credited(Int)
    case cancelled(Status)
    case ended(CallEnd)
  }

  private let state: Mutex<State>

  /// Creates the mailbox of `observer`; without one, events wait for ``attach(_:)``.
  init(of delegate: (any CallDelegate)? = nil) {
    state = Mutex(State(delegate: delegate))
  }

  /// Sets the observer, and tells it what came before.
  borrowing func attach(_ delegate: any CallDelegate) {
    tell(state.withLock { $0.attach(delegate) })
  }

  /// Has an event told, unless the mailbox is closed.
  borrowing func post(_ event: Event) {
    tell(state.withLock { $0.post(event) })
  }

  /// Takes no further event after `last`; returns whether it took any until now.
  @discardableResult
  borrowing func close(with last: Event) -> Bool {
    let (wasOpen, telling) = state.withLock { ($0.isOpen, $0.close(with: last)) }
    tell(telling)
    return wasOpen
  }

  /// Takes no further event, and forgets those that were not told yet.
  borrowing func close() {
    let former = state.withLock { $0.close() }
    _ = consume former  // Released outside the lock: its deinit may be anything.
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
  /// What a mailbox is to do, as a value.
  struct State: Sendable {
    /// An event whose turn has come.
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

    /// An event has been told: returns the next one. After the last, the observer is let go.
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
