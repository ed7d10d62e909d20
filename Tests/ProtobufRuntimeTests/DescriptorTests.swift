import AdminProtos
import CorpusProtos
import HostProtos
import IPCProtos
import ProtobufRuntime
import Randomness
import StoreProtos
import Testing

@Suite("Descriptors at run time")
struct DescriptorTests {
  private let pool = Result { try ProtoFile.stewardOrgsV1Orgs.pool() }

  @Test("The descriptor of a service has its methods, rules and comments")
  func service() throws {
    let service = try #require(try pool.get().services["steward.orgs.v1.Orgs"])
    let create = try #require(service.method(named: "Create"))
    #expect(create.input == CreateOrganizationRequest.fullName)
    #expect(create.output == Organization.fullName)
    #expect(create.comment == "Creates an organization and its Default Workspace.")
    #expect(!create.clientStreaming && !create.serverStreaming)
    let rules = try MethodRules(serialized: try #require(try create.option(50400)))
    #expect(rules.permission == "orgs.create")
    #expect(rules.idempotency == .keyed)
  }

  @Test("A descriptor set contains all the types that it uses")
  func completeness() throws {
    let set = ProtoFile.stewardHostV1Host.descriptorSet
    let pool = try DescriptorPool(serializedFileDescriptorSet: set)
    #expect(pool.messages["steward.store.v1.Event"] != nil)
    #expect(pool.messages["google.protobuf.Timestamp"] != nil)
    #expect(pool.enums["steward.options.v1.Idempotency"]?.name(of: 3) == "IDEMPOTENCY_KEYED")
  }

  @Test("A field is found by both spellings of its name")
  func fields() throws {
    let message = try Scalars.descriptor
    #expect(message.field(named: "int32_value")?.number == 3)
    #expect(message.field(named: "int32Value")?.number == 3)
    #expect(message.field(named: "Int32Value") == nil)
    #expect(message.field(named: "last")?.comment == "The largest field number that there is.")
  }

  @Test("An inconsistent descriptor set is refused")
  func brokenSets() throws {
    let set = ProtoFile.corpus.descriptorSet
    #expect(throws: ProtobufError.self) {
      try DescriptorPool(serializedFileDescriptorSet: set + set)
    }
    // These sets have a message M with a field f. In the first set, its type X is missing. In the
    // second, the field of type M has number 0. In the third, it has number 1.
    for (number, type, isSound) in [
      ("01", "2e58", false), ("00", "2e4d", false), ("01", "2e4d", true),
    ] {
      let field = "0a0166" + "18" + number + "2001" + "280b" + "3202" + type
      let message = "0a014d" + "12" + Self.length(field) + field
      let file = "0a0161" + "22" + Self.length(message) + message
      let set = bytes("0a" + Self.length(file) + file)
      #expect(((try? DescriptorPool(serializedFileDescriptorSet: set)) != nil) == isSound)
    }
  }

  @Test("A field of a oneof that doesn't exist is refused")
  func strangeOneof() throws {
    // The only field belongs to the tenth oneof (48 09), but the message has no oneofs.
    let field = "0a0166" + "1801" + "2001" + "2805" + "4809"
    let message = "0a014d" + "12" + Self.length(field) + field
    let file = "0a0161" + "22" + Self.length(message) + message
    let error = #expect(throws: ProtobufError.self) {
      try DescriptorPool(serializedFileDescriptorSet: bytes("0a" + Self.length(file) + file))
    }
    #expect(error?.path == "f")
  }

  private static func length(_ hexadecimal: String) -> String {
    hex([UInt8(hexadecimal.count / 2)])
  }

  @Test("A truncated descriptor set never causes a trap")
  func truncatedSets() throws {
    let set = ProtoFile.corpus.descriptorSet
    for end in stride(from: 0, to: set.count, by: 7) {
      _ = try? DescriptorPool(serializedFileDescriptorSet: Array(set[..<end]))
    }
  }

  @Test("A damaged descriptor set never causes a trap")
  func spoiledSets() throws {
    let set = ProtoFile.corpus.descriptorSet
    let wire = try Everything(scalars: Corpus.largest).serialized()
    var random = SeededRandom(3)
    for _ in 0..<300 {
      var spoiled = set
      for _ in 0..<8 {
        spoiled[Int.random(in: 0..<set.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let pool = try? DescriptorPool(serializedFileDescriptorSet: spoiled)
      for message in (pool?.messages ?? [:]).values {
        _ = try? message.json(fromSerialized: wire)
        _ = try? message.serialized(fromJSON: .object([("scalars", .object([]))]))
      }
    }
  }

  @Test("Enum values have their names from the .proto")
  func enumNames() {
    #expect(Color.deepBlue.name == "COLOR_DEEP_BLUE")
    #expect(Color(rawValue: 4711).name == nil)
    #expect(Choice.Kind.kind2d.rawValue == 1)
    #expect(Color() == .unspecified)
  }
}
