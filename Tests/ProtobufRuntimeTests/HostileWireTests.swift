import CorpusProtos
import ProtobufRuntime
import Randomness
import Testing

@Suite("Hostile bytes on the wire")
struct HostileWireTests {
  private static let rich = Everything(
    scalars: Corpus.largest, optionals: Optionals(stringValue: "", scalars: Corpus.smallest),
    lists: Lists(int32s: [1, -1], strings: ["a", "ü"], byteStrings: [[0]], scalars: [Scalars()]),
    maps: Maps(strings: ["a": "b"], sfixed64s: [-1: Corpus.smallest]),
    choice: Choice(kind: .scalars(Corpus.largest)),
    node: Node(name: "a", child: Node(name: "b"), children: [Node()], named: ["k": Node()]))

  @Test("A truncated message is read or refused as in Python")
  func truncation() throws {
    let wire = try Self.rich.serialized()
    try compare((0...wire.count).map { Array(wire[..<$0]) }, mayRefuseMore: false)
  }

  @Test("A damaged message that is accepted is the same message in Python")
  func mutation() throws {
    let wire = try Self.rich.serialized()
    var random = SeededRandom(20_251_123)
    let spoiled = (0..<3000).map { _ in Self.spoil(wire, &random) }
    try compare(spoiled, mayRefuseMore: true)
  }

  @Test("Generated messages and run-time descriptors refuse the same bytes")
  func bothReaders() throws {
    let wire = try Self.rich.serialized()
    let descriptor = try Everything.descriptor
    var random = SeededRandom(7)
    for _ in 0..<2000 {
      let bytes = Self.spoil(wire, &random)
      let generated = Result { try Everything(serialized: bytes) }
      let dynamic = Result { try descriptor.json(fromSerialized: bytes) }
      switch (generated, dynamic) {
      case (.success(let message), .success(let json)):
        #expect(try message.jsonValue() == json, "\(hex(bytes))")
      case (.failure, .failure): break
      default: Issue.record("\(hex(bytes)): \(generated) but \(dynamic)")
      }
    }
  }

  @Test(
    "A length beyond the message's end is refused before memory is allocated",
    arguments: [
      "0affffffff07", "0affffffff0f", "0affffffffffffffffff01", "0affffffffffffffff7f",
      "1a0a3affffffff0f", "0a", "0aff", "0a8080808080808080808001",
    ])
  func hugeLengths(_ wire: String) throws {
    #expect(throws: ProtobufError.self) { try Everything(serialized: bytes(wire)) }
    #expect(throws: ProtobufError.self) {
      try Everything.descriptor.json(fromSerialized: bytes(wire))
    }
  }

  @Test("Groups and unassigned wire types are refused", arguments: [3, 4, 6, 7])
  func wireTypes(_ type: UInt8) {
    #expect(throws: ProtobufError.self) { try Scalars(serialized: [0x28 | type, 0]) }
  }

  @Test("A message that would take a hundred times its size in memory is refused")
  func amplification() throws {
    // Each element has three bytes on the wire, but its empty struct takes over a hundred bytes.
    let bomb = [UInt8](repeating: 0, count: 400_000).enumerated().flatMap { _ in
      [0x8A, 0x01, 0] as [UInt8]
    }
    let error = #expect(throws: ProtobufError.self) { try Lists(serialized: bomb) }
    #expect(error?.kind == .tooLarge)
    let honest = try Lists(scalars: Array(repeating: Corpus.largest, count: 20_000)).serialized()
    #expect(try Lists(serialized: honest).scalars.count == 20_000)
  }

  @Test("Nesting has the same limit as in Python", arguments: [99, 100, 101, 102, 100_000])
  func depth(_ levels: Int) throws {
    var wire: [UInt8] = []
    for _ in 0..<levels {
      var writer = Varint.bytes(wire.count)
      writer.insert(0x12, at: 0)
      wire = writer + wire
    }
    let response = try #require(
      try PythonReference.responses(to: [.init(type: Node.fullName, input: .wire(wire))]).first)
    let accepted = (try? Node(serialized: wire)) != nil
    #expect(accepted == (response.wire != nil))
    #expect(accepted == ((try? Node.descriptor.json(fromSerialized: wire)) != nil))
  }

  @Test("A message that is nested too deep to be read is not written")
  func depthOfWriting() throws {
    var node = Node()
    for _ in 0..<100 { node = Node(child: node) }
    #expect(try Node(serialized: node.serialized()) == node)
    let deeper = Node(child: node)
    let error = #expect(throws: ProtobufError.self) { try deeper.serialized() }
    #expect(error?.kind == .tooDeep)
  }

  /// Checks that Python accepts each message that Steward accepts, as the same message.
  private func compare(_ wires: [[UInt8]], mayRefuseMore: Bool) throws {
    let cases = wires.map { PythonReference.Case(type: Everything.fullName, input: .wire($0)) }
    for (wire, response) in zip(wires, try PythonReference.responses(to: cases)) {
      do {
        let message = try Everything(serialized: wire)
        #expect(try message.serialized() == response.wire, "\(hex(wire)): \(response.refusal)")
      } catch {
        #expect(mayRefuseMore || response.wire == nil, "\(hex(wire)): \(error)")
      }
    }
  }

  /// Changes, removes or adds a few bytes, or flips a few bits.
  private static func spoil(_ wire: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var wire = wire
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<wire.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: wire[place] = UInt8.random(in: 0...255, using: &random)
      case 1: wire.remove(at: place)
      case 2: wire.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: wire[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return wire
  }
}

/// A writer of lengths as varints.
enum Varint {
  static func bytes(_ value: Int) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F | 0x80)] + bytes(value >> 7)
  }
}
