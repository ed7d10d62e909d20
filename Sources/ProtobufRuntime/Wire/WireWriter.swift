/// A writer of the wire format into an array.
package struct WireWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func tag(_ number: Int, _ type: WireType) {
    varint(UInt64(number) << 3 | UInt64(type.rawValue))
  }

  package mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func fixed32(_ value: UInt32) {
    littleEndian(UInt64(value), count: 4)
  }

  package mutating func fixed64(_ value: UInt64) {
    littleEndian(value, count: 8)
  }

  package mutating func lengthDelimited(_ value: some Collection<UInt8>) {
    varint(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes a complete length-delimited field.
  package mutating func field(_ number: Int, _ value: some Collection<UInt8>) {
    tag(number, .lengthDelimited)
    lengthDelimited(value)
  }

  /// Writes a complete varint field.
  package mutating func field(_ number: Int, _ value: UInt64) {
    tag(number, .varint)
    varint(value)
  }

  /// Writes fields that are already in wire format.
  package mutating func fields(_ encoded: some Collection<UInt8>) {
    bytes.append(contentsOf: encoded)
  }

  private mutating func littleEndian(_ value: UInt64, count: Int) {
    for index in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
    }
  }
}
