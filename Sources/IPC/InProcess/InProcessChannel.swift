internal import Synchronization

/// A channel to services in this same process.
///
/// What one side does is passed to the other side as it is: nothing is encoded, and the thread
/// stays the same. Deadlines, credit and cancellation work as on a connection.
public final class InProcessChannel: Channel {
  private let handler: any CallHandler
  private let deadlines: DeadlineWatch
  private let lastID = Atomic<UInt64>(0)

  /// Creates a channel whose calls go to `handler`.
  public convenience init(_ handler: any CallHandler) {
    self.init(handler, time: SystemClock())
  }

  init(_ handler: any CallHandler, time: any ConnectionClock) {
    self.handler = handler
    deadlines = DeadlineWatch(time: time)
  }

  public func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    let id = lastID.add(1, ordering: .relaxed).newValue
    let call = InProcessCall(id: id, header: header, caller: delegate, deadlines: deadlines)
    call.begin(with: handler)
    return call
  }
}
