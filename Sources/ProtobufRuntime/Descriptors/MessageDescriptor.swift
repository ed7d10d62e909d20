/// The descriptor of a message, from a program's own files or from another program's descriptor
/// set.
public struct MessageDescriptor: Sendable {
  let definition: MessageDefinition
  let pool: DescriptorPool

  /// The name without its package.
  public var name: String { definition.name }
  /// The name with its package.
  public var fullName: String { definition.fullName }
  /// The fields in the order of the `.proto`.
  public var fields: [FieldDescriptor] { definition.fields }
  /// The groups of fields of which at most one is set.
  public var oneofs: [OneofDescriptor] { definition.oneofs }
  /// Whether the compiler generated the message for the entries of a map.
  public var isMapEntry: Bool { definition.isMapEntry }
  /// The comment on the message in the `.proto`.
  public var comment: String { definition.comment }

  /// Returns the field with that name, in either spelling.
  public func field(named name: String) -> FieldDescriptor? { definition.field(name) }

  /// Returns the message type of a field's values; nil if they are no messages.
  public func message(of field: FieldDescriptor) -> MessageDescriptor? {
    guard field.type == .message, let name = field.typeName else { return nil }
    return try? pool.message(named: name)
  }
}

/// A group of fields of which at most one is set.
public struct OneofDescriptor: Hashable, Sendable {
  /// The name in the `.proto`.
  public let name: String
  /// Whether the compiler generated the oneof for an `optional` field.
  public let isSynthetic: Bool
  /// The comment on the oneof in the `.proto`.
  public let comment: String
}
