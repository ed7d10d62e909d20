import ProtobufRuntime

/// The schemas of the messages of `google.protobuf` that have a special form in JSON.
enum WellKnownSchema {
  private static let package = "google.protobuf."

  /// Returns the schema of a message by its name; nil for any other message.
  static func json(of name: String) -> JSONValue? {
    guard name.hasPrefix(package) else { return nil }
    switch name.dropFirst(package.count) {
    case "Timestamp": return text(format: "date-time")
    case "Duration": return text(pattern: #"^-?[0-9]{1,12}(\.[0-9]{1,9})?s$"#)
    case "FieldMask": return text()
    case "Struct", "Any": return .object([("type", .string("object"))])
    case "ListValue": return .object([("type", .string("array"))])
    case "Value": return .object([])
    case "NullValue": return .object([("type", .string("null"))])
    case "DoubleValue": return ScalarSchema.json(of: .double)
    case "FloatValue": return ScalarSchema.json(of: .float)
    case "Int64Value": return ScalarSchema.json(of: .int64)
    case "UInt64Value": return ScalarSchema.json(of: .uint64)
    case "Int32Value": return ScalarSchema.json(of: .int32)
    case "UInt32Value": return ScalarSchema.json(of: .uint32)
    case "BoolValue": return ScalarSchema.json(of: .bool)
    case "StringValue": return ScalarSchema.json(of: .string)
    case "BytesValue": return ScalarSchema.json(of: .bytes)
    default: return nil
    }
  }

  private static func text(format: String? = nil, pattern: String? = nil) -> JSONValue {
    var members: [(String, JSONValue)] = [("type", .string("string"))]
    if let format { members.append(("format", .string(format))) }
    if let pattern { members.append(("pattern", .string(pattern))) }
    return .object(members)
  }
}
