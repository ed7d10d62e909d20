/// A sink for the fields of a message in wire format. It counts their bytes or writes them.
///
/// Fields come in the order of their numbers. The numbers are below 16, so a tag is one byte.
protocol FieldSink {
  mutating func byte(_ byte: UInt8)
  mutating func varint(_ value: UInt64)
  mutating func block(_ bytes: some Collection<UInt8>)
}

extension FieldSink {
  /// Adds a number, unless it is 0.
  mutating func number(_ field: UInt8, _ value: UInt64) {
    guard value != 0 else { return }
    byte(field << 3)
    varint(value)
  }

  /// Adds bytes or a text, unless they are empty.
  mutating func bytes(_ field: UInt8, _ bytes: some Collection<UInt8>) {
    if !bytes.isEmpty { present(field, bytes) }
  }

  /// Adds bytes, unless they are nil.
  mutating func optional(_ field: UInt8, _ bytes: [UInt8]?) {
    if let bytes { present(field, bytes) }
  }

  /// Adds a message inside this one.
  mutating func nested(_ field: UInt8, _ message: some PlainMessage) {
    begin(field, length: message.plainLength)
    message.writePlain(to: &self)
  }

  private mutating func present(_ field: UInt8, _ bytes: some Collection<UInt8>) {
    begin(field, length: bytes.count)
    block(bytes)
  }

  /// Adds the tag and the length that precede bytes, a text or a message.
  mutating func begin(_ field: UInt8, length: Int) {
    byte(field << 3 | 2)
    varint(UInt64(length))
  }
}

/// A sink that counts the bytes of the fields.
struct FieldLength: FieldSink {
  private(set) var total = 0

  mutating func byte(_ byte: UInt8) { total += 1 }
  mutating func block(_ bytes: some Collection<UInt8>) { total += bytes.count }

  mutating func varint(_ value: UInt64) {
    total += (70 - (value | 1).leadingZeroBitCount) / 7
  }
}

extension [UInt8]: FieldSink {
  mutating func byte(_ byte: UInt8) { append(byte) }
  mutating func block(_ bytes: some Collection<UInt8>) { append(contentsOf: bytes) }

  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
