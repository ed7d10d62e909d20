extension JSONFromWire {
  /// Returns a value of a type other than a message.
  func scalar(_ value: WireValue, _ field: FieldDescriptor) throws(ProtobufError) -> JSONValue {
    switch value {
    case .varint(let bits): try integer(bits, field)
    case .fixed64(let bits): Self.fixed64(bits, field.type)
    case .fixed32(let bits): Self.fixed32(bits, field.type)
    case .lengthDelimited(let reader):
      .string(
        field.type == .string
          ? try WireText.decode(reader.remainder) : Base64.encode(reader.remainder))
    }
  }

  private func integer(
    _ bits: UInt64, _ field: FieldDescriptor
  ) throws(ProtobufError) -> JSONValue {
    let low = UInt32(truncatingIfNeeded: bits)
    switch field.type {
    case .bool: return .bool(bits != 0)
    case .int32: return .number(String(Int32(bitPattern: low)))
    case .uint32: return .number(String(low))
    case .sint32: return .number(String(Int32(bitPattern: low >> 1) ^ -Int32(low & 1)))
    case .uint64: return .string(String(bits))
    case .sint64: return .string(String(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1)))
    case .enum: return try enumeration(Int32(bitPattern: low), field.typeName ?? "")
    default: return .string(String(Int64(bitPattern: bits)))
    }
  }

  private func enumeration(
    _ number: Int32, _ type: String
  ) throws(ProtobufError) -> JSONValue {
    if type == WellKnownType.nullValue { return .null }
    if let name = try pool.enumeration(type).name(of: number) { return .string(name) }
    return .number(String(number))
  }

  private static func fixed64(_ bits: UInt64, _ type: FieldType) -> JSONValue {
    switch type {
    case .double: .float(Double(bitPattern: bits))
    case .sfixed64: .string(String(Int64(bitPattern: bits)))
    default: .string(String(bits))
    }
  }

  private static func fixed32(_ bits: UInt32, _ type: FieldType) -> JSONValue {
    switch type {
    case .float: .float(Float(bitPattern: bits))
    case .sfixed32: .number(String(Int32(bitPattern: bits)))
    default: .number(String(bits))
    }
  }
}

extension JSONValue {
  /// Returns the shortest number that reads back as the same value, or a text if JSON has no such
  /// number.
  static func float(_ value: some BinaryFloatingPoint & CustomStringConvertible) -> JSONValue {
    if value.isNaN { return .string("NaN") }
    if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
    let text = value.description
    let isWhole = text.hasSuffix(".0") && text != "-0.0"  // many readers take “-0” for 0
    return .number(isWhole ? String(text.dropLast(2)) : text)
  }
}

extension WireValue {
  /// Returns the value of a field that is not on the wire.
  static func zero(of type: FieldType) -> WireValue {
    switch type.wireType {
    case .varint: .varint(0)
    case .fixed64: .fixed64(0)
    case .fixed32: .fixed32(0)
    case .lengthDelimited: .lengthDelimited(WireReader([]))
    }
  }

  /// Returns whether the value equals that of a field that is not on the wire.
  func isZero(of type: FieldType) -> Bool {
    switch self {
    // If a varint is too long for the field, only its low bits count.
    case .varint(let bits):
      switch type {
      case .int32, .uint32, .sint32, .enum: UInt32(truncatingIfNeeded: bits) == 0
      default: bits == 0
      }
    case .fixed64(let bits): bits == 0
    case .fixed32(let bits): bits == 0
    case .lengthDelimited(let reader): reader.isAtEnd
    }
  }
}
