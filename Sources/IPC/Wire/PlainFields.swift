/// A reader of the fields of a plain message. Its bytes are as any writer would leave them: fields
/// in the order of their numbers, each at most once, without padding or unknown fields, and with
/// ASCII texts.
///
/// Everything else is ``Unusual``. libprotobuf-c decides about it, and nothing is refused here.
struct PlainFields {
  /// The bytes are not plain, or not a message at all.
  struct Unusual: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  mutating func number(_ field: UInt8) throws(Unusual) -> UInt64 {
    step(over: field << 3) ? try varint() : 0
  }

  mutating func flag(_ field: UInt8) throws(Unusual) -> Bool {
    let value = try number(field)
    guard value <= 1 else { throw Unusual() }
    return value == 1
  }

  mutating func text(_ field: UInt8) throws(Unusual) -> String {
    guard let block = try block(field) else { return "" }
    // For a NUL, the second operand has the high bit. For a byte that isn't ASCII, the first has
    // it.
    var bits: UInt8 = 0
    for byte in block { bits |= byte | (byte &- 1) }
    guard bits < 0x80 else { throw Unusual() }
    return String(decoding: block, as: UTF8.self)
  }

  mutating func optional(_ field: UInt8) throws(Unusual) -> [UInt8]? {
    try block(field).map { [UInt8]($0) }
  }

  mutating func nested(_ field: UInt8) throws(Unusual) -> PlainFields? {
    try block(field).map { PlainFields($0) }
  }

  /// Checks that all bytes were read. Call this after the last field.
  func end() throws(Unusual) {
    guard position == bytes.count else { throw Unusual() }
  }

  private mutating func step(over tag: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == tag else { return false }
    position += 1
    return true
  }

  private mutating func block(_ field: UInt8) throws(Unusual) -> UnsafeRawBufferPointer? {
    guard step(over: field << 3 | 2) else { return nil }
    let length = try varint()
    guard length <= UInt64(bytes.count - position) else { throw Unusual() }
    let start = position
    position += Int(length)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
  }

  private mutating func varint() throws(Unusual) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 63, by: 7) {
      guard position < bytes.count else { break }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw Unusual()
  }
}
