/// The descriptor of one field.
public struct FieldDescriptor: Hashable, Sendable {
  /// The name in the `.proto`, as `display_color`.
  public let name: String
  /// The other spelling that JSON may use, as `displayColor`.
  public let jsonName: String
  /// The number of the field on the wire.
  public let number: Int
  /// The type of the field's value, or of each of its elements.
  public let type: FieldType
  /// The full name of the field's message or enum type.
  public let typeName: String?
  /// Whether the field holds any number of values. A map is a repeated field of its entries.
  public let isRepeated: Bool
  /// Whether the field is declared `optional`.
  public let isOptional: Bool
  /// Whether repeated values share one length-delimited field.
  public let isPacked: Bool
  /// The index of the field's oneof among those of its message.
  public let oneofIndex: Int?
  /// The comment on the field in the `.proto`.
  public let comment: String

  /// Whether a field with the default value differs from a field that was never set.
  public var hasPresence: Bool {
    !isRepeated && (type == .message || oneofIndex != nil || isOptional)
  }

  /// Whether the field is a member of a oneof that the `.proto` declares.
  public var isOneofMember: Bool { oneofIndex != nil && !isOptional }
}
