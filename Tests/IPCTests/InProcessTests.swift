import Status
import Synchronization
import Testing

@testable import IPC

/// Tests of what a channel within the process guarantees to both sides. The tests serve the calls.
@Suite("Calls within the process")
struct InProcessTests {
  private let time = ManualClock()
  private let served = HandServed()
  private let caller = RecordingObserver()
  private let channel: InProcessChannel

  init() {
    channel = InProcessChannel(served, time: time)
  }

  /// Opens a call, and returns it as both sides hold it.
  private func open(
    within timeout: Duration? = nil
  ) async throws -> (call: any OutgoingCall, callee: HandServed.Served) {
    let header = CallHeader(method: "test.Sample/Any", deadline: timeout.map { time.now + $0 })
    let call = channel.open(header, delegate: caller)
    for await callee in served.calls { return (call, callee) }
    throw CancellationError()
  }

  @Test("Each side of a call in the process is told what the other side does, in order")
  func bothWays() async throws {
    let (call, callee) = try await open()
    call.send([1])
    call.grant(10)
    call.send([2])
    call.halfClose()
    call.halfClose()
    callee.call.send([3])
    callee.call.grant(20)
    callee.call.end(CallEnd(trailers: ["a": "b"], message: [4]))
    #expect(callee.delegate.record.messages == [[1], [2]])
    #expect(callee.delegate.record.credit == 10 && callee.delegate.record.isHalfClosed)
    #expect(caller.record.messages == [[3]] && caller.record.credit == 20)
    #expect(caller.record.ends == [CallEnd(trailers: ["a": "b"], message: [4])])
  }

  @Test("The first end of a call in the process counts, and neither side is told anything after it")
  func oneEnd() async throws {
    let (call, callee) = try await open()
    callee.call.end(CallEnd(message: [1]))
    callee.call.end(CallEnd(message: [2]))
    callee.call.send([3])
    call.send([4])
    call.cancel("late")
    #expect(caller.record.ends == [CallEnd(message: [1])] && caller.record.messages.isEmpty)
    #expect(callee.delegate.record.messages.isEmpty)
    #expect(callee.delegate.record.cancellations.isEmpty)
  }

  @Test("Cancelling a call ends it for the caller at once, and tells the callee once")
  func cancellation() async throws {
    let (call, callee) = try await open()
    call.cancel("enough")
    call.cancel("again")
    callee.call.end(CallEnd())
    #expect(caller.record.ends == [CallEnd(status: .cancelled("enough"))])
    #expect(callee.delegate.record.cancellations == [.cancelled("enough")])
  }

  @Test("A deadline that passes ends the call for both sides, and one that is met ends nothing")
  func deadlines() async throws {
    let (_, kept) = try await open(within: .seconds(1))
    kept.call.end(CallEnd())
    let late = RecordingObserver()
    let header = CallHeader(method: "test.Sample/Any", deadline: time.now + .seconds(3))
    _ = channel.open(header, delegate: late)
    time.advance(by: .seconds(2))
    #expect(late.record.ends.isEmpty)
    time.advance(by: .seconds(1))
    #expect(late.record.ends.map(\.status.reason) == ["DEADLINE_EXCEEDED"])
    #expect(caller.record.ends == [CallEnd()])
    for await callee in served.calls {
      #expect(callee.delegate.record.cancellations.map(\.reason) == ["DEADLINE_EXCEEDED"])
      break
    }
  }

  @Test("A call whose deadline has passed reaches no handler")
  func pastDeadline() {
    let served = Refusing()
    let header = CallHeader(method: "test.Sample/Any", deadline: time.now)
    _ = InProcessChannel(served, time: time).open(header, delegate: caller)
    #expect(caller.record.ends.map(\.status.reason) == ["DEADLINE_EXCEEDED"])
    #expect(!served.wasAsked.withLock { $0 })
  }

  @Test("Events that occur before the callee has named its delegate wait for it")
  func earlyEvents() {
    var mailbox = SerialDelegate.State()
    let delegate = RecordingObserver()
    #expect(mailbox.post(.received([1])) == nil)
    #expect(mailbox.close(with: .cancelled(.peerGone)) == nil)
    #expect(mailbox.post(.received([2])) == nil)
    #expect(mailbox.attach(delegate)?.event == .received([1]))
    #expect(mailbox.told()?.event == .cancelled(.peerGone))
    #expect(mailbox.told() == nil)
  }

  @Test("While one thread tells an event, other threads leave their events to it")
  func oneAtATime() {
    var mailbox = SerialDelegate.State(delegate: caller)
    #expect(mailbox.post(.credited(1))?.event == .credited(1))
    #expect(mailbox.post(.credited(2)) == nil)
    #expect(mailbox.told()?.event == .credited(2))
    #expect(mailbox.told() == nil)
    #expect(mailbox.post(.credited(3))?.event == .credited(3))
  }

  @Test("The end of a call releases the caller's delegate")
  func observersAreReleased() async throws {
    weak var delegate: RecordingObserver?
    let channel = InProcessChannel(ServiceRouter.samples)
    do {
      let ending = RecordingObserver()
      delegate = ending
      let header = CallHeader(method: "test.Sample/Echo", message: [0x08, 1], halfClosed: true)
      let call = channel.open(header, delegate: ending)
      #expect(await ending.end().message == [0x08, 1])
      _ = call
    }
    #expect(delegate == nil)
  }
}

/// A handler that must not be called.
private final class Refusing: CallHandler {
  let wasAsked = Mutex(false)

  func accept(_ call: any IncomingCall) -> any CallDelegate {
    wasAsked.withLock { $0 = true }
    return RecordingObserver()
  }
}
