import IPCProtos
import Randomness
import Testing

@testable import IPC

@Suite("Frames")
struct FrameDecoderTests {
  /// Three frames: with a payload, without any field, and with an empty payload.
  static let frames: [IPCFrame.Kind] = [
    .message(IPCMessage(call: 1, payload: [0xA, 0xB, 0xC])),
    .ping(IPCPing()),
    .open(IPCOpen(call: 3, method: "a.B/C", message: [])),
  ]

  static let wire: [UInt8] = encoded(frames)

  static func encoded(_ frames: [IPCFrame.Kind]) -> [UInt8] {
    var bytes: [UInt8] = []
    for frame in frames {
      do { try FrameCodec.encode(frame, into: &bytes) } catch { Issue.record(error) }
    }
    return bytes
  }

  @Test("Frames that are split anywhere decode to the same frames", arguments: 0...wire.count)
  func anySplit(at cut: Int) throws {
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    try decoder.decode(Array(Self.wire[..<cut]).span.bytes, into: &decoded)
    try decoder.decode(Array(Self.wire[cut...]).span.bytes, into: &decoded)
    try decoder.finish()
    #expect(decoded == Self.frames)
  }

  @Test("Frames that arrive byte by byte decode to the same frames")
  func byteByByte() throws {
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    for byte in Self.wire { try decoder.decode([byte].span.bytes, into: &decoded) }
    #expect(decoded == Self.frames)
  }

  @Test("A length over the limit is refused before its frame has arrived")
  func tooLong() {
    var decoder = FrameDecoder(maximumLength: 1024)
    var decoded: [IPCFrame.Kind] = []
    #expect(throws: FrameError.tooLong(length: 0x7FFF_FFFF, limit: 1024)) {
      try decoder.decode(([0x7F, 0xFF, 0xFF, 0xFF] as [UInt8]).span.bytes, into: &decoded)
    }
  }

  @Test("A frame of exactly the maximum length passes")
  func justTheLimit() throws {
    let wire = Self.encoded([
      .message(IPCMessage(call: 1, payload: [UInt8](repeating: 1, count: 100)))
    ])
    var decoder = FrameDecoder(maximumLength: wire.count - 4)
    var decoded: [IPCFrame.Kind] = []
    try decoder.decode(wire.span.bytes, into: &decoded)
    #expect(decoded.count == 1)
    var strict = FrameDecoder(maximumLength: wire.count - 5)
    #expect(throws: FrameError.self) { try strict.decode(wire.span.bytes, into: &decoded) }
  }

  @Test(
    "The end of the stream is orderly between frames, and an error inside a frame",
    arguments: 0...wire.count)
  func endOfStream(at cut: Int) throws {
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    try decoder.decode(Array(Self.wire[..<cut]).span.bytes, into: &decoded)
    if Self.encoded(decoded).count == cut {
      try decoder.finish()
    } else {
      #expect(throws: FrameError.self) { try decoder.finish() }
    }
  }

  @Test("Bytes that are not a frame are malformed")
  func malformed() {
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    #expect(throws: FrameError.self) {
      try decoder.decode(([0, 0, 0, 2, 0xFF, 0xFF] as [UInt8]).span.bytes, into: &decoded)
    }
  }

  @Test("A frame of a kind that only a newer peer knows is skipped")
  func unknownKind() throws {
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    let unknown: [UInt8] = [0, 0, 0, 3, 0xFA, 0x01, 0x00]  // Field 31, empty.
    try decoder.decode((unknown + Self.wire).span.bytes, into: &decoded)
    #expect(decoded == Self.frames)
  }

  @Test("Random bytes are at worst refused", arguments: 0..<200 as Range<UInt64>)
  func hostile(seed: UInt64) {
    var random = SeededRandom(seed)
    var bytes = Self.wire
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    var decoder = FrameDecoder(maximumLength: 64)
    var decoded: [IPCFrame.Kind] = []
    _ = try? decoder.decode(bytes.span.bytes, into: &decoded)
    #expect(decoded.count <= Self.frames.count)
  }
}
