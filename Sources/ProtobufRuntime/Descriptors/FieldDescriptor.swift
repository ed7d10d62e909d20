/// The definition of one field.
public struct FieldDescriptor: Hashable, Sendable {
  /// The name in the `.proto`, as `display_color`.
  public let name: String
  /// The other spelling that JSON may use, as `displayColor`.
  public let jsonName: String
  /// The number that stands for the field on the wire.
  public let number: Int
  /// What the field holds, or each of its elements.
  public let type: FieldType
  /// The full name of the message or enum that it holds.
  public let typeName: String?
  /// Whether it holds any number of values. A map is a repeated field of its entries.
  public let isRepeated: Bool
  /// Whether it is declared `optional`.
  public let isOptional: Bool
  /// Whether repeated values share one length-delimited field.
  public let isPacked: Bool
  /// The oneof that the field belongs to, among those of its message.
  public let oneofIndex: Int?
  /// What the `.proto` says of it.
  public let comment: String

  /// Whether the field can be told from one that was never set.
  public var hasPresence: Bool {
    !isRepeated && (type == .message || oneofIndex != nil || isOptional)
  }

  /// Whether the field is a member of a oneof that the `.proto` shows.
  public var isOneofMember: Bool { oneofIndex != nil && !isOptional }
}
