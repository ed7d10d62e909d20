import Randomness
import StewardProtos
import Testing

@testable import ProtobufRuntime

@Suite("Fuzzed messages")
struct MessageFuzz {
  @Test(
    "Generated types and run-time descriptors refuse the same bytes, and read the rest alike",
    .timeLimit(.fuzz))
  func wire() async throws {
    try await Trial.fuzz.rounds(of: "messages") { round in
      for type in everyType { try Self.tryWire(of: type, &round) }
      return everyType.count
    }
  }

  @Test("JSON of any shape is read or refused, and what is printed is read back", .timeLimit(.fuzz))
  func json() async throws {
    try await Trial.fuzz.rounds(of: "JSON texts") { round in
      for type in everyType { try Self.tryJSON(of: type, &round) }
      return everyType.count
    }
  }

  @Test(
    "A stranger's descriptor set is used or refused, and so is what is sent for it",
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
    switch (generated, dynamic) {
    case (.success(let message), .success(let value)):
      let own = try message.jsonValue()
      #expect(own.inOrder == value.inOrder, "\(round): \(type.fullName) \(wire)")
      let again = try M(serialized: message.serialized())
      #expect(try again.serialized() == message.serialized(), "\(round)")
    case (.failure, .failure): break
    case (.success, .failure(let error)) where "\(error)".contains("impossible number"):
      break  // libprotobuf-c drops the bits of a tag beyond 32, where we refuse it.
    case (.success(let message), .failure):
      // What JSON has no words for, such as the year 10000.
      #expect(throws: ProtobufError.self, "\(round): \(type.fullName) \(wire)") {
        try message.jsonValue()
      }
    case (.failure, .success):
      // A descriptor's reader doesn't look into what a later value of the same field replaces.
      let merged = try WireMerger(descriptor.pool).merge(wire, as: type.fullName)
      #expect(throws: Never.self, "\(round): \(type.fullName) \(wire)") {
        try M(serialized: merged)
      }
    }
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
  /// The same value with its members sorted: a map has no order.
  fileprivate var inOrder: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.inOrder))
    case .object(let members):
      .object(members.map { ($0, $1.inOrder) }.sorted { $0.0 < $1.0 })
    default: self
    }
  }
}
