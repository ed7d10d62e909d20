import IPCProtos
import Status
import Testing

@testable import IPC

@Suite("The rules of a connection")
struct ConnectionStateTests {
  var host = Machine.ready(.sampleHost)
  var plugin = Machine.ready(.plugin)

  private static func open(_ id: UInt64, timeout: UInt64 = 0, halfClosed: Bool = false)
    -> IPCFrame.Kind
  {
    .open(IPCOpen(call: id, method: "a.B/C", timeoutUs: timeout, halfClose: halfClosed))
  }

  @Test("Call ids are odd from the host and even from the plugin, and only grow")
  mutating func ids() {
    #expect((0..<3).map { _ in host.open() } == [1, 3, 5])
    #expect((0..<3).map { _ in plugin.open() } == [2, 4, 6])
  }

  @Test(
    "An Open with an id of the wrong parity, of zero or not above the last closes the connection",
    arguments: [[2], [0], [3, 3], [5, 3]] as [[UInt64]])
  mutating func badIds(ids: [UInt64]) {
    for id in ids { plugin.receive(Self.open(id)) }
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test(
    "A frame for a call that was never opened closes the connection",
    arguments: [
      .message(IPCMessage(call: 7)), .message(IPCMessage(call: 8)),
      .halfClose(IPCHalfClose(call: 7)),
      .end(IPCEnd(call: 8)), .cancel(IPCCancel(call: 7)), .credit(IPCCredit(call: 8, bytes: 1)),
      .end(IPCEnd(call: 7)), .cancel(IPCCancel(call: 8)), .halfClose(IPCHalfClose(call: 8)),
      .hello(IPCHello()), .welcome(IPCWelcome()), .credit(IPCCredit(call: 0, bytes: 1)),
    ] as [IPCFrame.Kind])
  mutating func madeUp(frame: IPCFrame.Kind) {
    plugin.receive(frame)
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
    #expect(plugin.takeFrames().count == 1, "the GoAway that tells why")
  }

  @Test("A frame that crosses with the end of its call is dropped, on both sides")
  mutating func races() {
    let id = host.open()
    host.state.cancel(id, "enough")
    host.forget()
    for frame: IPCFrame.Kind in [
      .message(IPCMessage(call: id)), .credit(IPCCredit(call: id, bytes: 1)),
      .end(IPCEnd(call: id)),
    ] { host.receive(frame) }
    #expect(host.told == [] && host.closed == nil)

    plugin.receive(Self.open(1))
    plugin.state.end(1, CallEnd())
    plugin.forget()
    for frame: IPCFrame.Kind in [
      .message(IPCMessage(call: 1)), .credit(IPCCredit(call: 1, bytes: 1)),
      .halfClose(IPCHalfClose(call: 1)), .cancel(IPCCancel(call: 1)),
    ] { plugin.receive(frame) }
    #expect(plugin.told == [] && plugin.closed == nil)
  }

  @Test("A call ends once, whatever its handler does")
  mutating func oneEnd() {
    plugin.receive(Self.open(1))
    plugin.state.end(1, CallEnd())
    plugin.state.end(1, CallEnd(status: .goingAway))
    plugin.state.send([1], on: 1)
    #expect(plugin.takeFrames() == [.end(IPCEnd(call: 1))])
  }

  @Test("A handler is told of a cancellation once, and its own End is still sent")
  mutating func cancelled() {
    plugin.receive(Self.open(1))
    plugin.receive(.cancel(IPCCancel(call: 1, reason: "why")))
    plugin.receive(.cancel(IPCCancel(call: 1)))
    #expect(plugin.told == ["accepted 1", "cancelled 1 CANCELLED"])
    #expect(plugin.takeFrames() == [])
    plugin.state.end(1, CallEnd(status: .cancelled("stopped")))
    #expect(plugin.takeFrames().count == 1)
  }

  @Test(
    "A message after HalfClose, or a second HalfClose, closes the connection",
    arguments: [
      .message(IPCMessage(call: 1)), .halfClose(IPCHalfClose(call: 1)),
    ] as [IPCFrame.Kind])
  mutating func afterHalfClose(frame: IPCFrame.Kind) {
    plugin.receive(Self.open(1, halfClosed: true))
    plugin.receive(frame)
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test("A call above the limit of open calls is refused, and a call after an end is served")
  mutating func tooManyCalls() {
    plugin = .ready(.plugin, limits: ConnectionLimits(concurrentCalls: 1))
    plugin.receive(Self.open(1))
    plugin.receive(Self.open(3))
    guard case .end(let end) = plugin.takeFrames().first else { return #expect(Bool(false)) }
    #expect(end.call == 3 && end.status?.reason == "TOO_MANY_CALLS")
    plugin.state.end(1, CallEnd())
    plugin.receive(Self.open(5))
    #expect(plugin.told == ["accepted 1", "accepted 5"])
  }

  // Credit.

  @Test("A sender may overdraw its credit by one message, and the next one ends its call alone")
  mutating func overdraw() {
    plugin.receive(Self.open(1))
    plugin.receive(Self.open(3))
    let whole = [UInt8](repeating: 0, count: FlowControl.initialWindow)
    plugin.receive(.message(IPCMessage(call: 1, payload: [1])))
    plugin.receive(.message(IPCMessage(call: 1, payload: whole)))
    plugin.forget()
    plugin.receive(.message(IPCMessage(call: 1, payload: [2])))
    #expect(plugin.told == ["cancelled 1 FLOW_CONTROL"])
    guard case .end(let end) = plugin.takeFrames().first else { return #expect(Bool(false)) }
    #expect(end.call == 1 && end.status?.code == StatusCode.resourceExhausted.rawValue)
    plugin.receive(.message(IPCMessage(call: 3, payload: [3])))
    #expect(plugin.told.last == "received 3 [3]" && plugin.closed == nil)
  }

  @Test("A sender may send as much as it was granted")
  mutating func granted() {
    plugin.receive(Self.open(1))
    let whole = [UInt8](repeating: 0, count: FlowControl.initialWindow)
    plugin.receive(.message(IPCMessage(call: 1, payload: whole)))
    plugin.state.grant(10, on: 1)
    #expect(plugin.takeFrames() == [.credit(IPCCredit(call: 1, bytes: 10))])
    plugin.forget()
    plugin.receive(.message(IPCMessage(call: 1, payload: [1])))
    #expect(plugin.told == ["received 1 [1]"])
  }

  @Test("Empty messages cost credit, so that a flood of them ends")
  mutating func emptyMessages() {
    plugin.receive(Self.open(1))
    for _ in 0...FlowControl.initialWindow { plugin.receive(.message(IPCMessage(call: 1))) }
    #expect(plugin.told.last == "cancelled 1 FLOW_CONTROL")
  }

  @Test("A grant that is too large for any window closes the connection")
  mutating func absurdGrant() {
    plugin.receive(Self.open(1))
    plugin.receive(.credit(IPCCredit(call: 1, bytes: 1 << 31)))
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
  }

  // Time.

  @Test("A call whose deadline passes ends on the caller's side, and Cancel is sent")
  mutating func callerDeadline() {
    let id = host.open(CallHeader(method: "a.B/C", deadline: host.now + .seconds(1)))
    guard case .open(let open) = host.takeFrames().first else { return #expect(Bool(false)) }
    #expect(open.timeoutUs == 1_000_000)
    host.advance(by: .milliseconds(999))
    #expect(host.told == [])
    host.advance(by: .milliseconds(1))
    #expect(host.told == ["ended \(id) DEADLINE_EXCEEDED"])
    #expect(host.takeFrames().count == 1)
  }

  @Test("The handler of a call whose deadline passes is told to stop, and End is sent")
  mutating func calleeDeadline() {
    plugin.receive(Self.open(1, timeout: 500_000))
    plugin.advance(by: .milliseconds(500))
    #expect(plugin.told == ["accepted 1", "cancelled 1 DEADLINE_EXCEEDED"])
    #expect(plugin.takeFrames().count == 1)
    plugin.state.end(1, CallEnd())
    #expect(plugin.takeFrames() == [], "too late")
  }

  @Test("A call whose deadline has passed already is not sent")
  mutating func deadOnArrival() {
    #expect(host.open(CallHeader(method: "a.B/C", deadline: host.now)) == 0)
    #expect(host.takeFrames() == [])
    #expect(host.told == ["ended 0 DEADLINE_EXCEEDED"])
  }

  @Test("The next wake-up is never later than the first deadline")
  mutating func wakeUps() throws {
    let now = host.now
    host.open(CallHeader(method: "a.B/C", deadline: now + .seconds(9)))
    host.open(CallHeader(method: "a.B/C", deadline: now + .seconds(3)))
    #expect(host.state.nextWake == now + .seconds(3))
    host.advance(by: .seconds(3))
    #expect(host.state.nextWake == now + .seconds(9))
    host.advance(by: .seconds(6))
    #expect(host.state.nextWake == nil)
  }

  // Going away.

  @Test("After the peer's GoAway, calls that it never saw end as GOING_AWAY, and others continue")
  mutating func peerGoesAway() {
    let (seen, unseen) = (host.open(), host.open())
    host.receive(.goAway(IPCGoAway(lastCall: seen)))
    #expect(host.told == ["ended \(unseen) GOING_AWAY", "goingAway"])
    host.open()
    #expect(host.told.last == "ended 0 GOING_AWAY")
    host.receive(.end(IPCEnd(call: seen)))
    #expect(host.told.last == "ended \(seen) OK")
  }

  @Test("After its own GoAway, a side drops new calls, finishes the old ones, and then is drained")
  mutating func drain() {
    plugin.receive(Self.open(1))
    plugin.state.drain(awaitingOutgoing: true)
    #expect(plugin.takeFrames() == [.goAway(IPCGoAway(status: IPCStatus(), lastCall: 1))])
    plugin.receive(Self.open(3))
    plugin.receive(.message(IPCMessage(call: 3)))
    #expect(plugin.told == ["accepted 1"])
    plugin.state.end(1, CallEnd())
    #expect(plugin.told.last == "drained")
  }

  @Test("A plugin is told when the host asks it to drain, and calls still go both ways")
  mutating func askedToDrain() {
    host.state.askToDrain()
    #expect(host.takeFrames() == [.drain(IPCDrain())])
    plugin.receive(.drain(IPCDrain()))
    plugin.receive(Self.open(1))
    #expect(plugin.told == ["drainWanted", "accepted 1"])
    plugin.open()
    #expect(plugin.told.count == 2)
  }

  @Test("A Drain that the host receives closes the connection")
  mutating func hostAskedToDrain() {
    host.receive(.drain(IPCDrain()))
    #expect(host.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test("Every call is told exactly once when the connection is lost")
  mutating func lost() {
    plugin.receive(Self.open(1))
    let own = plugin.open()
    plugin.forget()
    plugin.state.peerLeft(nil)
    #expect(
      plugin.told == [
        "ended \(own) CONNECTION_LOST", "cancelled 1 CONNECTION_LOST", "closed CONNECTION_LOST",
      ])
    plugin.open()
    #expect(plugin.told.last == "ended 0 CONNECTION_LOST")
  }

  @Test("The end of the stream is an orderly close when no call is open")
  mutating func goodbye() {
    plugin.state.peerLeft(nil)
    #expect(plugin.told == ["closed OK"])
  }

  // Liveness.

  @Test("A ping gets a Pong with its token, and times out without one")
  mutating func pings() {
    plugin.receive(.ping(IPCPing(token: 77)))
    #expect(plugin.takeFrames() == [.pong(IPCPong(token: 77))])
    host.state.ping(1, timeout: .seconds(1), at: host.now)
    host.state.ping(2, timeout: .seconds(2), at: host.now)
    host.receive(.pong(IPCPong(token: 1)))
    host.advance(by: .seconds(2))
    host.receive(.pong(IPCPong(token: 2)))
    #expect(host.told == ["pong 1", "pingTimedOut 2"])
  }
}
