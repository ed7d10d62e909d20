import IPC
import Platform
import Status
import Synchronization

/// A delegate that records the events of one call.
final class RecordingObserver: CallDelegate {
  struct Record {
    var messages: [[UInt8]] = []
    var credit = 0
    var isHalfClosed = false
    var cancellations: [Status] = []
    var ends: [CallEnd] = []
  }

  private let state = Mutex(Record())
  private let over = OneShotEvent()

  var record: Record { state.withLock { $0 } }

  func received(_ message: [UInt8]) { state.withLock { $0.messages.append(message) } }
  func halfClosed() { state.withLock { $0.isHalfClosed = true } }
  func credited(_ bytes: Int) { state.withLock { $0.credit += bytes } }
  func cancelled(_ reason: Status) { state.withLock { $0.cancellations.append(reason) } }

  func ended(_ end: CallEnd) {
    state.withLock { $0.ends.append(end) }
    over.open()
  }

  /// Returns how the call ended, once it has.
  func end() async -> CallEnd {
    await over.wait()
    return record.ends[0]
  }

  static func end(of header: CallHeader, on channel: any Channel) async -> CallEnd {
    let delegate = RecordingObserver()
    _ = channel.open(header, delegate: delegate)
    return await delegate.end()
  }
}

/// A handler that accepts calls and passes them to a test, which serves them.
final class HandServed: CallHandler {
  struct Served: Sendable {
    let call: any IncomingCall
    let delegate: RecordingObserver
  }

  let calls: AsyncStream<Served>
  private let arrivals: AsyncStream<Served>.Continuation

  init() {
    (calls, arrivals) = AsyncStream.makeStream()
  }

  func accept(_ call: any IncomingCall) -> any CallDelegate {
    let delegate = RecordingObserver()
    arrivals.yield(Served(call: call, delegate: delegate))
    return delegate
  }
}
