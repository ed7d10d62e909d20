/// The descriptors of a set of `.proto` files, by their full names.
public final class DescriptorPool: Sendable {
  private let messageDefinitions: [String: MessageDefinition]
  /// Every enum by its full name.
  public let enums: [String: EnumDescriptor]
  /// Every service by its full name.
  public let services: [String: ServiceDescriptor]

  /// Creates a pool from a serialized `google.protobuf.FileDescriptorSet`. The set may be
  /// untrusted.
  ///
  /// - Throws: ``ProtobufError`` if the set is malformed, defines a name twice, or uses a type that
  ///   it doesn't define.
  public init(serializedFileDescriptorSet bytes: [UInt8]) throws(ProtobufError) {
    let files = try Self.files(bytes)
    var messages: [String: MessageDefinition] = [:]
    var enums: [String: EnumDescriptor] = [:]
    var services: [String: ServiceDescriptor] = [:]
    for file in files {
      for message in file.allMessages {
        try Self.add(message, as: message.fullName, to: &messages)
        for item in message.enums { try Self.add(item, as: item.fullName, to: &enums) }
      }
      for item in file.enums { try Self.add(item, as: item.fullName, to: &enums) }
      for item in file.services { try Self.add(item, as: item.fullName, to: &services) }
    }
    messageDefinitions = messages
    self.enums = enums
    self.services = services
    try checkReferences()
  }

  /// Every message by its full name.
  public var messages: [String: MessageDescriptor] {
    messageDefinitions.mapValues { MessageDescriptor(definition: $0, pool: self) }
  }

  /// Returns the message with that full name.
  public func message(named name: String) throws(ProtobufError) -> MessageDescriptor {
    MessageDescriptor(definition: try definition(name), pool: self)
  }

  func definition(_ name: String) throws(ProtobufError) -> MessageDefinition {
    guard let definition = messageDefinitions[name] else {
      throw ProtobufError(.unknownType, "unknown message type \"\(name)\"")
    }
    return definition
  }

  func enumeration(_ name: String) throws(ProtobufError) -> EnumDescriptor {
    guard let descriptor = enums[name] else {
      throw ProtobufError(.unknownType, "unknown enum type \"\(name)\"")
    }
    return descriptor
  }

  private static func files(_ bytes: [UInt8]) throws(ProtobufError) -> [FileDefinition] {
    var files: [FileDefinition] = []
    for file in try Fields(WireReader(bytes)).nested(1) {
      files.append(try FileParser.parse(Array(file.remainder)))
    }
    return files
  }

  private static func add<Item>(
    _ item: Item, as name: String, to items: inout [String: Item]
  ) throws(ProtobufError) {
    guard items.updateValue(item, forKey: name) == nil else {
      throw ProtobufError(.duplicate, "\"\(name)\" is defined twice")
    }
  }

  private func checkReferences() throws(ProtobufError) {
    for message in messageDefinitions.values {
      for field in message.fields {
        switch field.type {
        case .message: try checkMap(message, field, try definition(field.typeName ?? ""))
        case .enum: _ = try enumeration(field.typeName ?? "")
        default: break
        }
      }
    }
    for method in services.values.flatMap(\.methods) {
      _ = try definition(method.input)
      _ = try definition(method.output)
    }
  }

  /// Checks that a map entry has a key and a value. The JSON codec relies on that.
  private func checkMap(
    _ message: MessageDefinition, _ field: FieldDescriptor, _ type: MessageDefinition
  ) throws(ProtobufError) {
    guard type.isMapEntry else { return }
    guard field.isRepeated, type.field(1)?.isRepeated == false, type.field(2)?.isRepeated == false
    else {
      throw ProtobufError(
        .malformed, "the map has no key or no value", path: "\(message.fullName).\(field.name)")
    }
  }
}
