/// The known fields of one message on the wire, merged by the rules of protobuf.
struct WireFields {
  private var values: [Int: [WireValue]] = [:]
  /// The fields that the message's descriptor doesn't have, in wire format.
  private(set) var unknown: [UInt8] = []

  init(_ message: WireReader, _ definition: MessageDefinition) throws(ProtobufError) {
    var reader = message
    var membersSet: [Int: Int] = [:]
    while let tag = try reader.tag() {
      guard let field = definition.field(tag.number) else {
        unknown += try reader.copy(tag)
        continue
      }
      if let oneof = field.oneofIndex {
        let other = membersSet.updateValue(field.number, forKey: oneof)
        if let other, other != field.number { values[other] = nil }
      }
      do throws(ProtobufError) {
        try add(field, tag.type, &reader)
      } catch {
        throw error.within(field.name)
      }
    }
  }

  /// Returns all values of the field, in order.
  func all(_ field: FieldDescriptor) -> [WireValue] { values[field.number] ?? [] }

  /// Returns the one value of the field. The pieces of a message are merged.
  func single(_ field: FieldDescriptor) -> WireValue? {
    let all = all(field)
    guard all.count > 1, field.type == .message else { return all.last }
    var pieces: [UInt8] = []
    for case .lengthDelimited(let piece) in all { pieces += piece.remainder }
    return .lengthDelimited(WireReader(pieces))
  }

  private mutating func add(
    _ field: FieldDescriptor, _ type: WireType, _ reader: inout WireReader
  ) throws(ProtobufError) {
    let expected = field.type.wireType
    let isPacked = type == .lengthDelimited && field.isRepeated && expected != .lengthDelimited
    guard isPacked || type == expected else {
      throw ProtobufError(.malformed, "the field has the wrong type on the wire")
    }
    guard isPacked else {
      values[field.number, default: []].append(try WireValue(type, from: &reader))
      return
    }
    var elements = try reader.nested()
    while !elements.isAtEnd {
      values[field.number, default: []].append(try WireValue(expected, from: &elements))
    }
  }
}

/// One value on the wire, not yet interpreted.
enum WireValue {
  case varint(UInt64)
  case fixed64(UInt64)
  case fixed32(UInt32)
  case lengthDelimited(WireReader)

  init(_ type: WireType, from reader: inout WireReader) throws(ProtobufError) {
    switch type {
    case .varint: self = .varint(try reader.varint())
    case .fixed64: self = .fixed64(try reader.fixed64())
    case .fixed32: self = .fixed32(try reader.fixed32())
    case .lengthDelimited: self = .lengthDelimited(try reader.nested())
    }
  }
}
