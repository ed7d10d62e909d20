/// The messages of `google.protobuf` that have a special form in JSON.
enum WellKnownType {
  case any
  case duration
  case fieldMask
  case listValue
  case structure
  case timestamp
  case value
  case wrapper

  /// The enum whose only value is null in JSON.
  static let nullValue = "google.protobuf.NullValue"

  init?(_ definition: MessageDefinition) {
    guard definition.fullName.hasPrefix("google.protobuf.") else { return nil }
    switch definition.name {
    case "Any": self = .any
    case "Duration": self = .duration
    case "FieldMask": self = .fieldMask
    case "ListValue": self = .listValue
    case "Struct": self = .structure
    case "Timestamp": self = .timestamp
    case "Value": self = .value
    case "DoubleValue", "FloatValue", "Int64Value", "UInt64Value", "Int32Value", "UInt32Value",
      "BoolValue", "StringValue", "BytesValue":
      self = .wrapper
    default: return nil
    }
  }
}

extension MessageDefinition {
  /// Returns a field of a well-known type. Throws if another program's descriptor set defines the
  /// type without it.
  func wellKnownField(_ number: Int) throws(ProtobufError) -> FieldDescriptor {
    guard let field = field(number) else {
      throw ProtobufError(.unknownType, "this \"\(fullName)\" is not the well-known type")
    }
    return field
  }
}
