/// A reader of the wire format from an array. It checks all bounds, because the bytes are
/// untrusted.
package struct WireReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  package init(_ bytes: [UInt8]) {
    self.init(bytes, 0..<bytes.count)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  package var isAtEnd: Bool { position == end }

  /// The bytes that are left to read.
  package var remainder: ArraySlice<UInt8> { bytes[position..<end] }

  /// Returns the next field's tag, or `nil` at the end.
  package mutating func tag() throws(ProtobufError) -> WireTag? {
    guard position < end else { return nil }
    let start = position
    let value = try varint()
    // Every tag fits into five bytes. Like other readers, this accepts no more bytes, even if they
    // are only padding.
    guard value <= UInt32.max, value >> 3 > 0, position - start <= 5 else {
      throw ProtobufError(.malformed, "the field number is invalid")
    }
    guard let type = WireType(rawValue: UInt8(value & 7)) else {
      throw ProtobufError(.malformed, "wire type \(value & 7) is not supported")
    }
    return WireTag(number: Int(value >> 3), type: type)
  }

  package mutating func varint() throws(ProtobufError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      guard position < end else { throw Self.truncated }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    throw ProtobufError(.malformed, "an integer is longer than ten bytes")
  }

  package mutating func fixed32() throws(ProtobufError) -> UInt32 {
    UInt32(truncatingIfNeeded: try littleEndian(4))
  }

  package mutating func fixed64() throws(ProtobufError) -> UInt64 {
    try littleEndian(8)
  }

  /// Returns a reader of the next length-delimited value.
  package mutating func nested() throws(ProtobufError) -> WireReader {
    let length = try varint()
    guard length <= UInt64(end - position) else { throw Self.truncated }
    let start = position
    position += Int(length)
    return WireReader(bytes, start..<position)
  }

  package mutating func string() throws(ProtobufError) -> String {
    try WireText.decode(try nested().remainder)
  }

  /// Skips a value of that type.
  package mutating func skip(_ type: WireType) throws(ProtobufError) {
    switch type {
    case .varint: _ = try varint()
    case .fixed64: _ = try fixed64()
    case .lengthDelimited: _ = try nested()
    case .fixed32: _ = try fixed32()
    }
  }

  /// Skips a value, and returns it as a complete field with the tag.
  package mutating func copy(_ tag: WireTag) throws(ProtobufError) -> [UInt8] {
    let start = position
    try skip(tag.type)
    var writer = WireWriter()
    writer.tag(tag.number, tag.type)
    writer.fields(bytes[start..<position])
    return writer.bytes
  }

  private mutating func littleEndian(_ count: Int) throws(ProtobufError) -> UInt64 {
    guard end - position >= count else { throw Self.truncated }
    var value: UInt64 = 0
    for index in 0..<count {
      value |= UInt64(bytes[position + index]) << UInt64(8 * index)
    }
    position += count
    return value
  }

  private static var truncated: ProtobufError {
    ProtobufError(.malformed, "the message ends in the middle of a field")
  }
}

/// The layout of a field's value on the wire.
package enum WireType: UInt8, Sendable {
  case varint = 0
  case fixed64 = 1
  case lengthDelimited = 2
  case fixed32 = 5
}

/// The tag that precedes each value on the wire.
package struct WireTag: Hashable, Sendable {
  package let number: Int
  package let type: WireType

  package init(number: Int, type: WireType) {
    self.number = number
    self.type = type
  }
}
