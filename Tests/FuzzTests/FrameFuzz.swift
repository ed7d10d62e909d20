import IPCProtos
import ProtobufRuntime
import Randomness
import Testing

@testable import IPC

/// The frames of the hot path skip libprotobuf-c's structs. The result must be the same.
@Suite("Fuzzed frames")
struct FrameFuzz {
  @Test("A written frame has the bytes that libprotobuf-c gives it", .timeLimit(.fuzz))
  func sameBytes() async throws {
    try await Trial.fuzz.rounds(of: "frames written") { round in
      for _ in 0..<200 {
        let frame = round.random.frame()
        #expect(Self.written(frame) == Self.reference(frame), "\(round)")
      }
      return 200
    }
  }

  @Test("Any bytes are read or refused exactly as by libprotobuf-c", .timeLimit(.fuzz))
  func sameFrames() async throws {
    try await Trial.fuzz.rounds(of: "frames read") { round in
      for _ in 0..<200 {
        guard var bytes = Self.reference(round.random.frame()), bytes.count < 1000 else { continue }
        round.random.spoil(&bytes)
        #expect(Self.read(bytes) == Self.referenceRead(bytes), "\(round): \(bytes)")
      }
      return 200
    }
  }

  @Test("The frames of an ordinary call are plain in both directions")
  func plainCalls() {
    let principal = IPCPrincipal(kind: .user, id: "user_1")
    let frames: [IPCFrame.Kind] = [
      .open(
        IPCOpen(
          call: 1 << 40, method: "a.B/C", timeoutUs: .max >> 1, principal: principal,
          idempotencyKey: "k", message: [], halfClose: true, parentCall: 7,
          peer: "192.0.2.7")),
      .open(IPCOpen()), .end(IPCEnd(call: 1, message: [1, 2])), .end(IPCEnd()),
      .message(IPCMessage(call: 3, payload: [UInt8](repeating: 9, count: 300))),
      .message(IPCMessage()), .credit(IPCCredit(call: 5, bytes: 131_072)),
    ]
    for frame in frames {
      var bytes: [UInt8] = []
      #expect(frame.appendPlain(to: &bytes))
      #expect(Array(bytes.dropFirst(4)) == Self.reference(frame))
      #expect(IPCFrame.Kind(plain: bytes.span.bytes.extracting(4...)) == frame)
    }
  }

  /// A field that is added to one of these messages must either be part of the plain encoding too,
  /// or keep the frame from being plain.
  @Test("The plain encoding overlooks no field of its messages")
  func allFields() throws {
    #expect(try IPCOpen.descriptor.fields.map(\.number) == Array(1...10))
    #expect(try IPCPrincipal.descriptor.fields.map(\.number) == Array(1...4))
    #expect(try IPCMessage.descriptor.fields.map(\.number) == [1, 2])
    #expect(try IPCEnd.descriptor.fields.map(\.number) == Array(1...4))
    #expect(try IPCCredit.descriptor.fields.map(\.number) == [1, 2])
  }

  private static func written(_ frame: IPCFrame.Kind) -> [UInt8]? {
    var bytes: [UInt8] = []
    guard (try? FrameCodec.encode(frame, into: &bytes)) != nil else { return nil }
    return Array(bytes.dropFirst(4))
  }

  private static func reference(_ frame: IPCFrame.Kind) -> [UInt8]? {
    try? IPCFrame(kind: frame).serialized()
  }

  /// Returns the frame that the bytes encode, or nil if they are no frame.
  private static func read(_ bytes: [UInt8]) -> IPCFrame? {
    do { return IPCFrame(kind: try FrameCodec.decode(bytes.span.bytes)) } catch { return nil }
  }

  private static func referenceRead(_ bytes: [UInt8]) -> IPCFrame? {
    do { return IPCFrame(kind: try IPCFrame(serialized: bytes).kind) } catch { return nil }
  }
}
