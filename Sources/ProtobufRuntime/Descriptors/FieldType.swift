/// The type of a field's value. The raw values are those of
/// `google.protobuf.FieldDescriptorProto.Type`.
public enum FieldType: Int, Hashable, Sendable {
  case double = 1
  case float = 2
  case int64 = 3
  case uint64 = 4
  case int32 = 5
  case fixed64 = 6
  case fixed32 = 7
  case bool = 8
  case string = 9
  case message = 11
  case bytes = 12
  case uint32 = 13
  case `enum` = 14
  case sfixed32 = 15
  case sfixed64 = 16
  case sint32 = 17
  case sint64 = 18

  /// The layout of one value on the wire.
  package var wireType: WireType {
    switch self {
    case .double, .fixed64, .sfixed64: .fixed64
    case .float, .fixed32, .sfixed32: .fixed32
    case .string, .bytes, .message: .lengthDelimited
    case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .bool, .enum: .varint
    }
  }

  /// The type's name in the `.proto` language.
  public var name: String { String(describing: self) }
}
