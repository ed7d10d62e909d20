import ProtobufRuntime

/// The schemas of single values in the form of canonical JSON.
enum ScalarSchema {
  static func json(of type: FieldType) -> JSONValue {
    switch type {
    case .double, .float:
      .object([
        (
          "anyOf",
          .array([
            .object([("type", .string("number"))]),
            .object([("enum", .array([.string("NaN"), .string("Infinity"), .string("-Infinity")]))]
            ),
          ])
        )
      ])
    case .int32, .sint32, .sfixed32: integer(Int64(Int32.min), Int64(Int32.max))
    case .uint32, .fixed32: integer(0, Int64(UInt32.max))
    case .int64, .sint64, .sfixed64: text("^-?[0-9]{1,19}$", format: "int64")
    case .uint64, .fixed64: text("^[0-9]{1,20}$", format: "uint64")
    case .bool: .object([("type", .string("boolean"))])
    case .bytes:
      .object([("type", .string("string")), ("contentEncoding", .string("base64"))])
    case .string, .message, .enum: .object([("type", .string("string"))])
    }
  }

  /// Returns the schema of the names of a map's members; nil if any string is valid.
  static func names(of type: FieldType) -> JSONValue? {
    switch type {
    case .string: nil
    case .bool: .object([("enum", .array([.string("true"), .string("false")]))])
    default: .object([("pattern", .string("^-?[0-9]{1,20}$"))])
    }
  }

  private static func integer(_ least: Int64, _ most: Int64) -> JSONValue {
    .object([
      ("type", .string("integer")), ("minimum", .number("\(least)")),
      ("maximum", .number("\(most)")),
    ])
  }

  private static func text(_ pattern: String, format: String) -> JSONValue {
    .object([
      ("type", .string("string")), ("pattern", .string(pattern)), ("format", .string(format)),
    ])
  }
}
