import Glibc
import IPCProtos
import Status
import Synchronization
import Testing

@testable import IPC

@Suite("A peer that doesn't read", .timeLimit(.minutes(1)))
struct SlowPeerTests {
  /// A simulated plugin: a socket that a test writes to, and reads from or not.
  private struct RawPeer {
    let host: Connection
    let transport: DescriptorTransport
    let descriptor: Int32

    init(_ time: any ConnectionClock = SystemClock()) {
      let ends = Descriptors.socketPair()
      descriptor = ends.1
      transport = DescriptorTransport(socket: ends.0)
      var configuration = Connection.Configuration()
      configuration.time = time
      configuration.handshakeTimeout = nil
      configuration.backlog = Backlog.ConnectionLimits(
        pauseAbove: 256 << 10, resumeBelow: 64 << 10, refuseAbove: 2 << 20,
        stallTimeout: .seconds(30))
      host = .host(
        over: transport, hello: IPCHello(), handler: Generous(), configuration: configuration)
      write(IPCFrames.bytes(.welcome(IPCWelcome(protocol: 1))))
    }

    var isPaused: Bool { host.core.withLock { $0.state.backlog.isReadingPaused } }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
      send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT)) == bytes.count
    }

    /// Makes calls until the host stops reading them, and returns their number.
    func callUntilPaused() async -> UInt64 {
      var count: UInt64 = 0
      while !isPaused {
        let open = IPCOpen(call: 2 * (count + 1), method: "a.B/C", message: [], halfClose: true)
        if write(IPCFrames.bytes(.open(open))) { count += 1 } else { await Task.yield() }
      }
      return count
    }

    /// Reads until the given number of calls have ended.
    func read(ends: UInt64) throws {
      var decoder = FrameDecoder(maximumLength: 1 << 22)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var found: UInt64 = 0
      while found < ends {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        try #require(count > 0)
        var frames: [IPCFrame.Kind] = []
        let received = Array(buffer[..<count])
        try decoder.decode(received.span.bytes, into: &frames)
        for case .end in frames { found += 1 }
      }
    }
  }

  /// A handler that responds to each call at once, with more bytes than the request has.
  private struct Generous: CallHandler {
    func accept(_ call: any IncomingCall) -> any CallDelegate {
      call.end(CallEnd(message: [UInt8](repeating: 7, count: 16 << 10)))
      return Nothing()
    }
  }

  private final class Nothing: CallDelegate {}

  @Test("A peer that doesn't read is paused, costs little, and gets every response when it reads")
  func paused() async throws {
    let peer = RawPeer()
    let calls = await peer.callUntilPaused()
    #expect(peer.isPaused)
    // The host may have read once more, with a limited number of calls.
    #expect(peer.transport.unsentByteCount < 3 << 20)
    try peer.read(ends: calls)
    while peer.isPaused { await Task.yield() }
    peer.write(
      IPCFrames.bytes(
        .open(IPCOpen(call: 2 * (calls + 1), method: "a.B/C", message: [], halfClose: true))))
    try peer.read(ends: 1)
    close(peer.descriptor)
    _ = await peer.host.closed()
  }

  @Test("A connection closes when its peer takes nothing for half a minute")
  func stalled() async {
    let time = ManualClock()
    let peer = RawPeer(time)
    _ = await peer.callUntilPaused()
    #expect(peer.isPaused)
    time.advance(by: .seconds(31))
    #expect(await peer.host.closed().reason == "PEER_STALLED")
    #expect(peer.transport.unsentByteCount == 0)
    close(peer.descriptor)
    await peer.host.transportEnded()
  }

  @Test("The host notices that a peer leaves while it isn't read")
  func leaves() async {
    let peer = RawPeer()
    _ = await peer.callUntilPaused()
    close(peer.descriptor)
    #expect(await peer.host.closed().reason == "CONNECTION_LOST")
  }

  @Test("A peer for which too much is kept gets no further call")
  func refused() async throws {
    let peer = RawPeer()
    _ = try await peer.host.ready()
    let message = [UInt8](repeating: 1, count: 64 << 10)
    var status = Status.ok
    for _ in 0..<100 where status.isOK {
      let delegate = RecordingObserver()
      let call = peer.host.open(CallHeader(method: "a.B/C", message: message), delegate: delegate)
      if call.id == 0 { status = await delegate.end().status }
    }
    #expect(status.code == .resourceExhausted)
    #expect(status.reason == "PEER_BEHIND")
    #expect(peer.transport.unsentByteCount < 3 << 20)
    // Requests to the peer are no reason to stop reading from it.
    #expect(!peer.isPaused)
    close(peer.descriptor)
    _ = await peer.host.closed()
  }

  @Test("Two sides call each other with more than any pipe holds, and neither blocks the other")
  func bothFull() async throws {
    var echo = ServiceRouter()
    echo.unary("test.Blob/Echo") { (blob: Blob, _) in blob }
    var configuration = Connection.Configuration()
    configuration.backlog = Backlog.ConnectionLimits(
      pauseAbove: 128 << 10, resumeBelow: 32 << 10, refuseAbove: 256 << 20)
    let pair = try await Pair(
      over: .pipes, host: echo, plugin: echo, configuration: configuration)
    let blob = Blob(call: 1, payload: [UInt8](repeating: 3, count: 100 << 10))
    try await withThrowingTaskGroup { group in
      for connection in [pair.host, pair.plugin] {
        for _ in 0..<100 {
          group.addTask {
            let response: Blob = try await connection.unary("test.Blob/Echo", blob, CallOptions())
            #expect(response == blob)
          }
        }
      }
      try await group.waitForAll()
    }
    pair.close()
  }
}
