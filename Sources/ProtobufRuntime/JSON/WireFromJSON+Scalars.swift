extension WireFromJSON {
  /// Returns a value of a type other than a message.
  func scalar(_ value: JSONValue, _ field: FieldDescriptor) throws(ProtobufError) -> WireValue {
    switch (field.type, value) {
    case (.bool, .bool(let flag)): return .varint(flag ? 1 : 0)
    case (.string, .string(let text)): return try WireScalar.text(text)
    case (.bytes, .string(let text)): return try WireScalar.bytes(text)
    case (.enum, _): return try enumeration(value, field)
    case (.bool, _): throw .unexpected(value, wanted: "true or false")
    case (.string, _): throw .unexpected(value, wanted: "a string")
    case (.bytes, _): throw .unexpected(value, wanted: "a string in base64")
    case (_, .number(let text)), (_, .string(let text)):
      return try WireScalar.number(text, field.type)
    default: throw .unexpected(value, wanted: "a number")
    }
  }

  private func enumeration(
    _ value: JSONValue, _ field: FieldDescriptor
  ) throws(ProtobufError) -> WireValue {
    let type = field.typeName ?? ""
    switch value {
    case .null where type == WellKnownType.nullValue: return .varint(0)
    case .number(let text): return try WireScalar.number(text, .enum)
    case .string(let name):
      guard let number = try pool.enumeration(type).number(of: name) else {
        throw ProtobufError(
          .invalidValue, "expected the name of a value of \(type), got \"\(name.asRefused)\"")
      }
      return .varint(UInt64(bitPattern: Int64(number)))
    default: throw .unexpected(value, wanted: "the name of a value of \(type)")
    }
  }
}
