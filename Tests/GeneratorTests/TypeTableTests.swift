import ProtobufRuntime
import Testing

@testable import protoc_gen_steward_swift

@Suite("Recursive types")
struct TypeTableTests {
  /// A { B b; repeated C list }, B { A a }, C { C more (repeated) }, D { A a; string text }, E {}.
  private let types: TypeTable
  private let messages: [String: MessageDefinition]

  init() throws {
    let file = try FileParser.parse(
      Self.file([
        ("A", [("b", "B", false), ("list", "C", true)]), ("B", [("a", "A", false)]),
        ("C", [("more", "C", true)]), ("D", [("a", "A", false)]), ("E", []),
      ]))
    types = TypeTable([Request.File(definition: file, bytes: [], isWanted: true)])
    messages = Dictionary(uniqueKeysWithValues: file.messages.map { ($0.name, $0) })
  }

  @Test("A struct that contains itself is stored indirectly, but a list of itself is not")
  func indirection() throws {
    #expect(try isIndirect("A", "b"))
    #expect(try isIndirect("B", "a"))
    #expect(try !isIndirect("A", "list"))
    #expect(try !isIndirect("C", "more"))
    #expect(try !isIndirect("D", "a"))
  }

  @Test("Recursive types are found, also through lists and other types")
  func recursion() throws {
    let recursive = try ["A", "B", "C", "D", "E"].filter {
      types.isRecursive(try #require(messages[$0]))
    }
    #expect(recursive == ["A", "B", "C", "D"])
  }

  private func isIndirect(_ message: String, _ field: String) throws -> Bool {
    let message = try #require(messages[message])
    let field = try #require(message.fields.first { $0.name == field })
    return types.isIndirect(field, of: message)
  }

  /// Returns a FileDescriptorProto of messages with fields that hold messages.
  private static func file(_ messages: [(String, [(String, String, Bool)])]) -> [UInt8] {
    var file = WireWriter()
    for (name, fields) in messages {
      var message = WireWriter()
      message.field(1, name.utf8)
      for (number, (field, type, isRepeated)) in fields.enumerated() {
        var descriptor = WireWriter()
        descriptor.field(1, field.utf8)
        descriptor.field(3, UInt64(number + 1))
        descriptor.field(4, UInt64(isRepeated ? 3 : 1))
        descriptor.field(5, UInt64(FieldType.message.rawValue))
        descriptor.field(6, type.utf8)
        message.field(2, descriptor.bytes)
      }
      file.field(4, message.bytes)
    }
    return file.bytes
  }
}
