import CorpusProtos
import ProtobufRuntime
import Testing

@Suite("Text as valid UTF-8 without NUL")
struct TextTests {
  /// A place for a text in a message on the wire, with the path that an error has.
  struct Place: Sendable, CustomTestStringConvertible {
    var path: String
    var read: @Sendable ([UInt8]) throws -> Void
    var testDescription: String { path }
  }

  private static let places = [
    Place(path: "string_value") { _ = try Scalars(serialized: field(14, $0)) },
    Place(path: "scalars.string_value") {
      _ = try Optionals(serialized: [0x8A, 0x01] + sized(field(14, $0)))
    },
    Place(path: "string_value") { _ = try Optionals(serialized: field(14, $0)) },
    Place(path: "strings[1]") { _ = try Lists(serialized: field(14, [97]) + field(14, $0)) },
    Place(path: "scalars[0].string_value") {
      _ = try Lists(serialized: [0x8A, 0x01] + sized(field(14, $0)))
    },
    Place(path: "strings[0].key") { _ = try Maps(serialized: field(1, field(1, $0))) },
    Place(path: "strings[0].value") { _ = try Maps(serialized: field(1, field(2, $0))) },
    Place(path: "text") { _ = try Choice(serialized: field(1, $0)) },
    Place(path: "choice.text") { _ = try Choice(serialized: field(8, field(1, $0))) },
    Place(path: "child.mirror.node.name") {
      _ = try Node(serialized: field(2, field(6, field(1, field(1, $0)))))
    },
  ]

  @Test("A bad text on the wire is refused in every field", arguments: places)
  func reading(_ place: Place) throws {
    let bad: [[UInt8]] = [
      [0], [97, 0], [97, 0, 98], [0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ]
    for text in bad {
      let bytes = Array(repeating: 97, count: 20) + text
      for text in [text, bytes] {
        let error = #expect(throws: ProtobufError.self) { try place.read(text) }
        #expect(error?.kind == .invalidText)
        #expect(error?.path == place.path)
      }
    }
    try place.read(Array("ü😀 and more".utf8))
  }

  @Test("A text with a NUL is not written, and the error has its path")
  func writing() {
    let bad = "a\0b"
    let messages: [(String, any GeneratedMessage)] = [
      ("string_value", Scalars(stringValue: bad)), ("string_value", Optionals(stringValue: bad)),
      ("strings[1]", Lists(strings: ["", bad])), ("text", Choice(kind: .text(bad))),
      ("strings[0].key", Maps(strings: [bad: ""])), ("strings[0].value", Maps(strings: ["": bad])),
      ("children[1].name", Node(children: [Node(), Node(name: bad)])),
      ("mirror.node.name", Node(mirror: Mirror(node: Node(name: bad)))),
    ]
    for (path, message) in messages {
      let error = #expect(throws: ProtobufError.self) { try message.serialized() }
      #expect(error?.kind == .invalidText)
      #expect(error?.path == path)
    }
  }

  @Test("A text with a NUL in JSON is refused")
  func json() {
    let error = #expect(throws: ProtobufError.self) {
      try Lists(json: #"{"strings": ["a", "\u0000"]}"#)
    }
    #expect(error?.path == "strings[1]")
    #expect(throws: ProtobufError.self) { try Maps(json: #"{"strings": {"\u0000": ""}}"#) }
  }

  @Test("A bytes field may hold any bytes")
  func bytesAreFree() throws {
    let message = Scalars(bytesValue: [0, 255, 0])
    #expect(try Scalars(serialized: message.serialized()) == message)
  }

  private static func field(_ number: UInt8, _ value: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + sized(value)
  }

  private static func sized(_ value: [UInt8]) -> [UInt8] { Varint.bytes(value.count) + value }
}
