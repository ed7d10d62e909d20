import IPCProtos
import Status
import Testing

@testable import IPC

@Suite("The backlog of a connection")
struct BacklogTests {
  private let now = ContinuousClock.now
  private var backlog = Backlog(
    Backlog.ConnectionLimits(
      pauseAbove: 100, resumeBelow: 40, refuseAbove: 1000, stallTimeout: .seconds(30)))

  @Test("Reading pauses above the upper bound of responses, and resumes below the lower bound")
  mutating func watermarks() {
    backlog.add(500, isResponse: true)
    let changes = [100, 101, 500, 40, 39].map {
      backlog.update(total: $0, hasMoved: true, at: now)
    }
    #expect(changes == [nil, nil, nil, nil, nil])
    backlog.add(101, isResponse: true)
    let further = [101, 60, 40, 39, 101].map { backlog.update(total: $0, hasMoved: true, at: now) }
    #expect(further == [true, nil, nil, false, nil])
  }

  @Test("Requests to the peer are no reason to pause reading from it")
  mutating func requests() {
    backlog.add(900, isResponse: false)
    let change = backlog.update(total: 900, hasMoved: false, at: now)
    #expect(change == nil)
    #expect(!backlog.isFull)
    _ = backlog.update(total: 1001, hasMoved: false, at: now)
    #expect(backlog.isFull)
  }

  @Test("A peer that isn't read has 30 s to take something, and 30 s more after each time")
  mutating func stalls() {
    backlog.add(500, isResponse: true)
    _ = backlog.update(total: 500, hasMoved: false, at: now)
    let first = backlog.stallDeadline
    _ = backlog.update(total: 500, hasMoved: false, at: now + .seconds(20))
    let unmoved = backlog.stallDeadline
    _ = backlog.update(total: 400, hasMoved: true, at: now + .seconds(20))
    let moved = backlog.stallDeadline
    _ = backlog.update(total: 0, hasMoved: true, at: now + .seconds(21))
    #expect(first == now + .seconds(30))
    #expect(unmoved == first)
    #expect(moved == now + .seconds(50))
    #expect(backlog.stallDeadline == nil)
  }
}

@Suite("The limits of what a peer may have in flight")
struct InFlightTests {
  private static func limits(requestBytes: Int = 64 << 20, refuseAbove: Int = 64 << 20)
    -> ConnectionLimits
  {
    var limits = ConnectionLimits()
    limits.requestBytes = requestBytes
    limits.backlog.refuseAbove = refuseAbove
    return limits
  }

  @Test("Open calls hold a bounded number of request bytes, and a call that ends frees its own")
  func requests() {
    var host = Machine.ready(.sampleHost, limits: Self.limits(requestBytes: 10))
    let open = { (id: UInt64) -> IPCFrame.Kind in
      .open(IPCOpen(call: id, method: "a.B/C", message: [1, 2, 3, 4]))
    }
    for id: UInt64 in [2, 4, 6] { host.receive(open(id)) }
    #expect(host.state.incoming.keys.sorted() == [2, 4])
    host.state.end(2, CallEnd())
    host.receive(open(8))
    #expect(host.state.incoming.keys.sorted() == [4, 8])
  }

  @Test("While too much is unread, a long response becomes a status, and no call is opened")
  func ends() {
    var host = Machine.ready(.sampleHost, limits: Self.limits(refuseAbove: 100))
    for id: UInt64 in [2, 4] { host.receive(.open(IPCOpen(call: id, method: "a.B/C"))) }
    _ = host.state.backlog.update(total: 101, hasMoved: false, at: host.now)
    host.forget()
    host.state.end(2, CallEnd(message: [UInt8](repeating: 7, count: 2000)))
    host.state.end(4, CallEnd(message: [7]))
    let ends = host.takeFrames().compactMap { frame in
      if case .end(let end) = frame { end } else { nil }
    }
    #expect(ends.map { $0.status?.reason } == ["PEER_BEHIND", nil])
    #expect(host.open() == 0)
  }

  @Test("Credit does not overflow, however often it is granted")
  func credit() {
    var call = CallState(handle: 0, deadline: nil, halfClosed: false)
    for _ in 0..<3 { call.grant(.max) }
    #expect(call.window == .max)
    let gate = FlowControlWindow()
    for _ in 0..<3 { gate.add(.max) }
  }
}
