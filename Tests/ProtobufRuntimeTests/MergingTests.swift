import CorpusProtos
import ProtobufRuntime
import Testing

@Suite("Repeated pieces and unknown fields on the wire")
struct MergingTests {
  /// Serialized pieces of messages, one after the other.
  private static func pairs() throws -> [(String, [UInt8])] {
    func joined(_ messages: any GeneratedMessage...) throws -> (String, [UInt8]) {
      let wire = try messages.flatMap { try $0.serialized() }
      return (type(of: messages[0]).fullName, wire)
    }
    return [
      try joined(Corpus.largest, Corpus.smallest),
      try joined(Optionals(scalars: Corpus.largest), Optionals(scalars: Scalars(int32Value: 1))),
      try joined(Lists(int32s: [1], strings: ["a"]), Lists(int32s: [2], strings: ["b"])),
      try joined(Maps(strings: ["a": "1", "b": "2"]), Maps(strings: ["a": "3"])),
      try joined(Choice(kind: .text("a")), Choice(kind: .number(1))),
      try joined(
        Choice(kind: .scalars(Scalars(int32Value: 1))), Choice(kind: .scalars(Scalars(last: "x")))),
      try joined(
        Choice(kind: .scalars(Scalars(int32Value: 1))), Choice(kind: .text("a")),
        Choice(kind: .scalars(Scalars(last: "x")))),
      try joined(
        Node(child: Node(name: "a", children: [Node(name: "0")])),
        Node(child: Node(children: [Node(name: "1")], named: ["k": Node(name: "v")]))),
      (Lists.fullName, [0x18, 1, 0x1A, 2, 2, 3, 0x18, 4]),
      (Lists.fullName, [0x92, 0x01, 2, 1, 2, 0x90, 0x01, 3]),
      (Maps.fullName, [0x0A, 0, 0x5A, 0, 0x12, 2, 0x08, 5]),
      (Maps.fullName, [0x0A, 6, 0x12, 1, 97, 0x0A, 1, 98]),
      (Scalars.fullName, [0x68, 0x80, 0x80, 0x00, 0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
    ]
  }

  @Test("The pieces of a message are merged as in Python")
  func merging() throws {
    let pairs = try Self.pairs()
    let cases = pairs.map { PythonReference.Case(type: $0, input: .wire($1)) }
    for ((type, wire), response) in zip(pairs, try PythonReference.responses(to: cases)) {
      let descriptor = try ProtoFile.corpus.pool().message(named: type)
      let json = try descriptor.json(fromSerialized: wire)
      let expected = try #require(response.json, "\(type) \(hex(wire)): \(response.refusal)")
      #expect(json.means(expected), "\(hex(wire)): \(json) is not \(expected)")
      #expect(try descriptor.serialized(fromJSON: json) == response.wire)
      #expect(try Self.generated(type, wire) == response.wire, "\(hex(wire))")
    }
  }

  private static func generated(_ type: String, _ wire: [UInt8]) throws -> [UInt8] {
    switch type {
    case Scalars.fullName: try Scalars(serialized: wire).serialized()
    case Optionals.fullName: try Optionals(serialized: wire).serialized()
    case Lists.fullName: try Lists(serialized: wire).serialized()
    case Maps.fullName: try Maps(serialized: wire).serialized()
    case Choice.fullName: try Choice(serialized: wire).serialized()
    default: try Node(serialized: wire).serialized()
    }
  }

  @Test("An older program passes on the fields that it doesn't know")
  func unknownFields() throws {
    let message = Everything(
      scalars: Corpus.largest, lists: Lists(doubles: [1], fixed32s: [2]), node: Node(name: "n"))
    let old = try Little(serialized: message.serialized())
    #expect(!old.unknownFields.isEmpty)
    #expect(try Everything(serialized: old.serialized()) == message)
    #expect(try old.json() == Little(scalars: Corpus.largest).json())
    let wire: [UInt8] = [0x18, 5, 0x25, 1, 2, 3, 4, 0x29, 1, 2, 3, 4, 5, 6, 7, 8, 0x32, 1, 9]
    #expect(try Nothing(serialized: wire).serialized() == wire)
  }
}
