internal import Synchronization

/// A channel to services in this same process.
///
/// What one side does is told to the other as it is: nothing is encoded, and no thread changes.
/// Deadlines, credit and cancellation are those of a connection.
public final class InProcessChannel: Channel {
  private let dispatcher: any CallDispatcher
  private let deadlines: DeadlineWatch
  private let lastID = Atomic<UInt64>(0)

  /// Creates a channel whose calls go to `dispatcher`.
  public convenience init(_ dispatcher: any CallDispatcher) {
    self.init(dispatcher, time: SystemTime())
  }

  init(_ dispatcher: any CallDispatcher, time: any TimeSource) {
    self.dispatcher = dispatcher
    deadlines = DeadlineWatch(time: time)
  }

  public func open(_ header: CallHeader, observer: any CallObserver) -> any OutgoingCall {
    let id = lastID.add(1, ordering: .relaxed).newValue
    let call = InProcessCall(id: id, header: header, caller: observer, deadlines: deadlines)
    call.begin(with: dispatcher)
    return call
  }
}
