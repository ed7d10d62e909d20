internal import IPC
internal import Status
internal import Synchronization

/// A call whose caller is not known yet. It keeps the caller's events meanwhile, in order.
final class PendingAuthorizationCall: CallDelegate {
  private enum CallerEvent {
    case message([UInt8])
    case halfClose
    case credit(Int)
    case cancellation(Status)
  }

  private struct State {
    var early: [CallerEvent] = []
    var delegate: (any CallDelegate)?
  }

  private let state = Mutex(State())
  private let whenGivenUp: @Sendable (Status) -> Void

  /// - Parameter whenGivenUp: Called when the call is cancelled before it is admitted.
  init(whenGivenUp: @escaping @Sendable (Status) -> Void = { _ in }) {
    self.whenGivenUp = whenGivenUp
  }

  func received(_ message: [UInt8]) { forward(.message(message)) }
  func halfClosed() { forward(.halfClose) }
  func credited(_ bytes: Int) { forward(.credit(bytes)) }

  func cancelled(_ reason: Status) {
    if !forward(.cancellation(reason)) { whenGivenUp(reason) }
  }

  /// Admits the call: `delegate` receives the events that were kept, and then the further ones.
  func admitted(to delegate: any CallDelegate) {
    while true {
      let early = state.withLock { state -> [CallerEvent] in
        if state.early.isEmpty { state.delegate = delegate }
        defer { state.early = [] }
        return state.early
      }
      guard !early.isEmpty else { return }
      for event in early { tell(event, to: delegate) }
    }
  }

  /// Forwards an event. Returns false if the event is kept for later.
  @discardableResult
  private func forward(_ event: CallerEvent) -> Bool {
    let delegate = state.withLock { state -> (any CallDelegate)? in
      if state.delegate == nil { state.early.append(event) }
      return state.delegate
    }
    delegate.map { tell(event, to: $0) }
    return delegate != nil
  }

  private func tell(_ event: CallerEvent, to delegate: any CallDelegate) {
    switch event {
    case .message(let message): delegate.received(message)
    case .halfClose: delegate.halfClosed()
    case .credit(let bytes): delegate.credited(bytes)
    case .cancellation(let reason): delegate.cancelled(reason)
    }
  }
}
