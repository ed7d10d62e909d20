import AdminProtos
import IPCProtos
import Randomness
import Testing

@testable import ProtobufRuntime

@Suite("Fuzzed messages")
struct MessageFuzz {
  @Test(
    "A message that generated types and run-time descriptors both read has the same content",
    .timeLimit(.fuzz))
  func wire() async throws {
    try await Trial.fuzz.rounds(of: "messages") { round in
      for type in everyType { try Self.tryWire(of: type, &round) }
      return everyType.count
    }
  }

  @Test("Any JSON is read or refused, and printed JSON is read back unchanged", .timeLimit(.fuzz))
  func json() async throws {
    try await Trial.fuzz.rounds(of: "JSON texts") { round in
      for type in everyType { try Self.tryJSON(of: type, &round) }
      return everyType.count
    }
  }

  @Test(
    "A foreign descriptor set is used or refused, and so are the messages of its types",
    .timeLimit(.fuzz))
  func descriptors() async throws {
    let sets = [ProtoFile.stewardIpcV1Ipc.descriptorSet, ProtoFile.stewardOrgsV1Orgs.descriptorSet]
    try await Trial.fuzz.rounds(of: "descriptor sets") { round in
      var set = sets.randomElement(using: &round.random) ?? []
      round.random.spoil(&set, atMost: 12)
      guard let pool = try? DescriptorPool(serializedFileDescriptorSet: set) else { return 1 }
      for (_, type) in pool.messages.sorted(by: { $0.key < $1.key }) {
        var wire = round.random.message(type)
        round.random.spoil(&wire, atMost: 2)
        guard let value = try? type.json(fromSerialized: wire) else { continue }
        _ = try? type.serialized(fromJSON: value)
      }
      return 1
    }
  }

  private static func tryWire<M: Message>(of type: M.Type, _ round: inout Round) throws {
    let descriptor = try type.descriptor
    var wire = round.random.message(descriptor)
    round.random.spoil(&wire)
    let generated = Result { try M(serialized: wire) }
    let dynamic = Result { try descriptor.json(fromSerialized: wire) }
    // One of the two may refuse what the other accepts: a value that a later one replaces, the bits
    // of a tag beyond 32, or a time that JSON can't express. But they must not read different
    // content.
    guard case .success(let message) = generated, case .success(let value) = dynamic else { return }
    #expect(
      try message.jsonValue().inOrder == value.inOrder, "\(round): \(type.fullName) \(wire)")
    let again = try M(serialized: message.serialized())
    #expect(try again.serialized() == message.serialized(), "\(round)")
  }

  private static func tryJSON<M: Message>(of type: M.Type, _ round: inout Round) throws {
    let descriptor = try type.descriptor
    let wire = round.random.message(descriptor)
    let text = (try? descriptor.json(fromSerialized: wire))?.description ?? "{}"
    var bytes = Array(text.utf8)
    round.random.spoil(&bytes)
    let spoiled = String(decoding: bytes, as: UTF8.self)
    guard let value = try? JSONValue(parsing: spoiled) else { return }
    #expect(try JSONValue(parsing: value.description) == value, "\(round)")
    #expect(try JSONValue(parsing: value.prettyDescription) == value, "\(round)")
    guard let message = try? M(json: value) else { return }
    #expect(try M(json: message.json()).serialized() == message.serialized(), "\(round)")
  }
}

extension JSONValue {
  /// The same value with sorted members, because a map has no order.
  fileprivate var inOrder: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.inOrder))
    case .object(let members):
      .object(members.map { ($0, $1.inOrder) }.sorted { $0.0 < $1.0 })
    default: self
    }
  }
}
