import IPC
import IPCProtos
import Synchronization
import Testing

@Suite("Credit")
struct CreditTests {
  /// A meter of the maximum number of bytes that were sent and not yet taken.
  final class Meter: Sendable {
    private let counts = Mutex((sent: 0, taken: 0, most: 0))

    func sent(_ bytes: Int) {
      counts.withLock {
        $0.sent += bytes
        $0.most = max($0.most, $0.sent - $0.taken)
      }
    }

    func taken(_ bytes: Int) { counts.withLock { $0.taken += bytes } }
    var most: Int { counts.withLock { $0.most } }
  }

  /// Returns a method that sends the requested number of blobs, of 64 KiB by default.
  static func blobs(_ meter: Meter, _ length: Int = 64 * 1024) -> ServiceRouter {
    var methods = ServiceRouter()
    methods.serverStreaming("test.Blobs/Get") {
      (count: Number, blobs: MessageWriter<Blob>, _) in
      let blob = Blob(payload: [UInt8](repeating: 7, count: length))
      for _ in 0..<count.token {
        try await blobs.send(blob)
        meter.sent(length)
      }
    }
    return methods
  }

  private static func get(_ count: UInt64, on channel: any Channel) async throws -> MessageStream<
    Blob
  > {
    try await channel.serverStreaming("test.Blobs/Get", Number(token: count), CallOptions())
  }

  @Test(
    "A stream of 64 MiB arrives whole, with at most a window and a message on its way",
    arguments: Medium.allCases)
  func longStream(over medium: Medium) async throws {
    let meter = Meter()
    let pair = try await Pair(over: medium, plugin: Self.blobs(meter))
    var received = 0
    for try await blob in try await Self.get(1024, on: pair.host) {
      received += blob.payload.count
      meter.taken(blob.payload.count)
    }
    #expect(received == 64 << 20)
    // The meter counts a message as sent only after the fact, and as taken only after decoding.
    #expect(meter.most <= FlowControl.initialWindow + 2 * 64 * 1024)
    pair.close()
  }

  @Test(
    "A stream that is not read stops its sender, but slows no other", arguments: Medium.allCases)
  func slowBesideFast(over medium: Medium) async throws {
    let meter = Meter()
    var methods = Self.blobs(meter)
    methods.unary("test.Sample/Echo") { (number: Number, _) in number }
    let pair = try await Pair(over: medium, plugin: methods)
    let slow = try await Self.get(1000, on: pair.host)
    for try await _ in try await Self.get(100, on: pair.host) {}
    #expect(try await SampleClient(channel: pair.host).echo(5) == 5)
    // The unread stream has advanced as far as its window, and can be read at any time.
    #expect(try await slow.next()?.payload.count == 64 * 1024)
    pair.close()
  }

  @Test("Messages longer than the window pass one at a time, and nothing stalls")
  func messagesLongerThanTheWindow() async throws {
    let length = 3 * FlowControl.initialWindow
    let pair = try await Pair(plugin: Self.blobs(Meter(), length))
    var count = 0
    for try await blob in try await Self.get(20, on: pair.host) {
      #expect(blob.payload.count == length)
      count += 1
    }
    #expect(count == 20)
  }

  @Test("A stream of requests is bounded in the same way as a stream of responses")
  func clientStream() async throws {
    var methods = ServiceRouter()
    methods.clientStreaming("test.Blobs/Put") { (blobs: MessageStream<Blob>, _) in
      var total = 0
      for try await blob in blobs { total += blob.payload.count }
      return Number(token: UInt64(total))
    }
    let pair = try await Pair(over: .pipes, plugin: methods)
    let total: Number = try await pair.host.clientStreaming("test.Blobs/Put", CallOptions()) {
      (blobs: MessageWriter<Blob>) in
      let blob = Blob(payload: [UInt8](repeating: 1, count: 100_000))
      for _ in 0..<100 { try await blobs.send(blob) }
    }
    #expect(total.token == 10_000_000)
    pair.close()
  }

  @Test("A writer that waits for credit is stopped when its call ends")
  func writerHearsTheEnd() async throws {
    var methods = ServiceRouter()
    methods.clientStreaming("test.Blobs/Refuse") { (_: MessageStream<Blob>, _) -> Number in
      throw Sample.failure
    }
    let pair = try await Pair(plugin: methods)
    let status = await status {
      let _: Number = try await pair.host.clientStreaming("test.Blobs/Refuse", CallOptions()) {
        (blobs: MessageWriter<Blob>) in
        while true { try await blobs.send(Blob(payload: [UInt8](repeating: 1, count: 100_000))) }
      }
    }
    #expect(status == Sample.failure)
  }

  @Test("Two full pipes at once don't stop either side", arguments: [Medium.pipes, .socket])
  func fullBothWays(over medium: Medium) async throws {
    let pair = try await Pair(
      over: medium, host: Self.blobs(Meter()), plugin: Self.blobs(Meter()))
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        for connection in [pair.host, pair.plugin] {
          group.addTask {
            var received = 0
            for try await blob in try await Self.get(32, on: connection) {
              received += blob.payload.count
            }
            #expect(received == 32 * 64 * 1024)
          }
        }
      }
      try await group.waitForAll()
    }
    pair.close()
  }
}
