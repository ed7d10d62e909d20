import Randomness

@testable import ProtobufRuntime

extension SeededRandom {
  /// Returns the bytes of a message of this type, with any of its fields and any values. Most are
  /// valid.
  mutating func message(_ type: MessageDescriptor, depth: Int = 4) -> [UInt8] {
    var wire = WireWriter()
    for field in type.fields where oneIn(2) {
      let count = field.isRepeated ? Int.random(in: 0...3, using: &self) : 1
      for _ in 0..<count { value(of: field, in: type, depth, to: &wire) }
    }
    return wire.bytes
  }

  private mutating func value(
    of field: FieldDescriptor, in type: MessageDescriptor, _ depth: Int, to wire: inout WireWriter
  ) {
    switch field.type {
    case .string: wire.field(field.number, text().utf8)
    case .bytes: wire.field(field.number, bytes(0...20))
    case .message:
      guard depth > 0, let inner = try? type.inner(field) else { return }
      wire.field(field.number, message(inner, depth: depth - 1))
    case .double, .fixed64, .sfixed64:
      wire.tag(field.number, .fixed64)
      wire.fixed64(number())
    case .float, .fixed32, .sfixed32:
      wire.tag(field.number, .fixed32)
      wire.fixed32(UInt32(truncatingIfNeeded: number()))
    default: wire.field(field.number, number())
    }
  }
}

extension MessageDescriptor {
  func inner(_ field: FieldDescriptor) throws -> MessageDescriptor? {
    try field.typeName.map { try pool.message(named: $0) }
  }
}
