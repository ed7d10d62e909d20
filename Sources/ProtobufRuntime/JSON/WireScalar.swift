/// Converts texts of JSON to values on the wire.
enum WireScalar {
  static func text(_ text: String) throws(ProtobufError) -> WireValue {
    try WireText.check(text)
    return .lengthDelimited(WireReader(Array(text.utf8)))
  }

  static func bytes(_ text: String) throws(ProtobufError) -> WireValue {
    guard let bytes = Base64.decode(text) else {
      throw ProtobufError(.invalidValue, "the string is not valid base64")
    }
    return .lengthDelimited(WireReader(bytes))
  }

  /// Returns the exact value of a number's text.
  static func number(_ text: String, _ type: FieldType) throws(ProtobufError) -> WireValue {
    switch type {
    case .double: .fixed64(try floating(text, as: Double.self).bitPattern)
    case .float: .fixed32(try floating(text, as: Float.self).bitPattern)
    case .int32, .enum: .varint(UInt64(bitPattern: Int64(try integer(text, as: Int32.self))))
    case .sint32: .varint(zigzag(Int64(try integer(text, as: Int32.self))))
    case .sfixed32: .fixed32(UInt32(bitPattern: try integer(text, as: Int32.self)))
    case .uint32: .varint(UInt64(try integer(text, as: UInt32.self)))
    case .fixed32: .fixed32(try integer(text, as: UInt32.self))
    case .sint64: .varint(zigzag(try integer(text, as: Int64.self)))
    case .sfixed64: .fixed64(UInt64(bitPattern: try integer(text, as: Int64.self)))
    case .uint64: .varint(try integer(text, as: UInt64.self))
    case .fixed64: .fixed64(try integer(text, as: UInt64.self))
    default: .varint(UInt64(bitPattern: try integer(text, as: Int64.self)))
    }
  }

  private static func zigzag(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: value << 1 ^ value >> 63)
  }

  private static func integer<Integer: FixedWidthInteger>(
    _ text: String, as type: Integer.Type
  ) throws(ProtobufError) -> Integer {
    guard let value = JSONNumber.integer(text, as: type) else {
      let range = JSONNumber.isNumber(text) ? " from \(Integer.min) to \(Integer.max)" : ""
      throw ProtobufError(
        .invalidValue, "expected a whole number\(range), got \"\(text.asRefused)\"")
    }
    return value
  }

  private static func floating<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    _ text: String, as: Value.Type
  ) throws(ProtobufError) -> Value {
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    guard JSONNumber.isNumber(text), let value = Value(text), value.isFinite else {
      throw ProtobufError(
        .invalidValue, "expected a number that the field can hold, got \"\(text.asRefused)\"")
    }
    return value
  }
}
