import IPC
import IPCProtos
import ProtobufRuntime
import Randomness
import Status
import Synchronization
import Testing

@Suite("Fuzzed connections")
struct ConnectionFuzz {
  @Test(
    "Whatever frames arrive, a connection ends, ends each of its calls once, and leaks nothing",
    .timeLimit(.fuzz))
  func connections() async throws {
    let memory = ResidentMemory()
    try await Trial.fuzz.rounds(of: "frames") { round in
      let bout = Bout(&round.random)
      let count = bout.attack(&round.random)
      _ = await bout.connection.closed()
      #expect(bout.connection.openCallCount == 0, "\(round)")
      #expect(bout.delegates.allSatisfy { $0.ends == 1 }, "\(round)")
      return count
    }
    if Trial.fuzz.isLong { #expect(memory.growth < 256 << 20) }
  }
}

/// A connection and its hostile peer.
private struct Bout {
  let connection: Connection
  let peer: MemoryTransport
  let delegates: [EndCounter]
  private let connectionIsHost: Bool

  init(_ random: inout SeededRandom) {
    let (own, peer) = MemoryTransport.pair()
    self.peer = peer
    connectionIsHost = random.oneIn(2)
    peer.start(Silence())
    connection =
      connectionIsHost
      ? .host(over: own, hello: IPCHello(), handler: FuzzedMethods.table)
      : .plugin(over: own) { _, _ in
        Connection.Introduction(welcome: IPCWelcome(), handler: FuzzedMethods.table)
      }
    delegates = (0..<Int.random(in: 0...3, using: &random)).map { _ in EndCounter() }
    for delegate in delegates {
      _ = connection.open(CallHeader(method: "a.B/C", message: [1]), delegate: delegate)
    }
  }

  /// Writes frames that may be corrupted and split anywhere, and closes the connection. Returns the
  /// number of frames.
  func attack(_ random: inout SeededRandom) -> Int {
    let count = Int.random(in: 1...40, using: &random)
    var frames = [random.greeting(toHost: connectionIsHost)]
    for _ in 1..<count { frames.append(random.frame()) }
    var wire: [UInt8] = []
    for frame in frames {
      var bytes = Self.encoded(frame)
      if random.oneIn(5) { random.spoil(&bytes) }
      wire += bytes
    }
    while !wire.isEmpty {
      let part = random.oneIn(3) ? wire.count : Int.random(in: 1...wire.count, using: &random)
      peer.write(Array(wire[..<part]))
      wire.removeFirst(part)
    }
    peer.close()
    return count
  }

  /// A frame with a NUL in a text can't be serialized, so garbage takes its place.
  private static func encoded(_ frame: IPCFrame.Kind) -> [UInt8] {
    let payload = (try? IPCFrame(kind: frame).serialized()) ?? [0xFF, 0xFF]
    return withUnsafeBytes(of: UInt32(payload.count).bigEndian) { Array($0) } + payload
  }
}

/// A receiver that ignores everything and sends nothing.
private final class Silence: TransportReceiver {
  func transportReceived(_ bytes: RawSpan) {}
  func transportClosed(errno: Int32) {}
}

private final class EndCounter: CallDelegate {
  private let count = Mutex(0)
  var ends: Int { count.withLock { $0 } }

  func received(_ message: [UInt8]) {}
  func halfClosed() {}
  func credited(_ bytes: Int) {}
  func cancelled(_ reason: Status) {}
  func ended(_ end: CallEnd) { count.withLock { $0 += 1 } }
}
