/// A translator of canonical JSON to messages on the wire. It needs only their descriptors.
///
/// Fields are written in the order of their numbers, and maps in the order of their keys. So equal
/// messages give equal bytes.
struct WireFromJSON {
  let pool: DescriptorPool
  private let depth: Int

  init(_ pool: DescriptorPool, depth: Int = 0) {
    self.pool = pool
    self.depth = depth
  }

  /// A translator for messages that are one level deeper.
  var deeper: WireFromJSON { WireFromJSON(pool, depth: depth + 1) }

  func message(
    _ value: JSONValue, _ definition: MessageDefinition
  ) throws(ProtobufError) -> [UInt8] {
    guard depth <= ProtobufLimits.depth else { throw .tooDeep }
    if let type = WellKnownType(definition) { return try wellKnown(type, value, definition) }
    guard case .object(let members) = value else {
      throw .unexpected(value, wanted: "an object for \(definition.fullName)")
    }
    return try fields(members, definition)
  }

  /// Returns the fields of an ordinary message.
  func fields(
    _ members: [(String, JSONValue)], _ definition: MessageDefinition
  ) throws(ProtobufError) -> [UInt8] {
    var given = GivenFields(definition)
    for (name, value) in members { try given.add(name, value) }
    var writer = WireWriter()
    for (field, value) in given.inOrder {
      do throws(ProtobufError) {
        try write(value, field, to: &writer)
      } catch {
        throw error.within(field.name)
      }
    }
    return writer.bytes
  }

  func write(
    _ value: JSONValue, _ field: FieldDescriptor, to writer: inout WireWriter
  ) throws(ProtobufError) {
    guard field.isRepeated else {
      let wire = try element(value, field)
      if field.hasPresence || !wire.isZero(of: field.type) { writer.field(field.number, wire) }
      return
    }
    if field.type == .message {
      let type = try pool.definition(field.typeName ?? "")
      if type.isMapEntry { return try writeMap(value, field, type, to: &writer) }
    }
    try writeList(value, field, to: &writer)
  }

  private func writeList(
    _ value: JSONValue, _ field: FieldDescriptor, to writer: inout WireWriter
  ) throws(ProtobufError) {
    guard case .array(let elements) = value else { throw .unexpected(value, wanted: "a list") }
    var packed = WireWriter()
    for (index, element) in elements.enumerated() {
      do throws(ProtobufError) {
        let wire = try self.element(element, field)
        field.isPacked ? packed.value(wire) : writer.field(field.number, wire)
      } catch {
        throw error.within(index)
      }
    }
    if !packed.bytes.isEmpty { writer.field(field.number, packed.bytes) }
  }

  private func writeMap(
    _ value: JSONValue, _ field: FieldDescriptor, _ entry: MessageDefinition,
    to writer: inout WireWriter
  ) throws(ProtobufError) {
    guard case .object(let members) = value else {
      throw .unexpected(value, wanted: "an object for a map")
    }
    let keyField = try entry.wellKnownField(1)
    let valueField = try entry.wellKnownField(2)
    var entries: [(key: MapKey, bytes: [UInt8])] = []
    for (name, value) in members {
      do throws(ProtobufError) {
        let key = try MapKey(name, keyField)
        var pair = WireWriter()
        pair.field(1, key.wire)
        pair.field(2, try deeper.element(value, valueField))
        entries.append((key, pair.bytes))
      } catch {
        throw error.within(name)
      }
    }
    for entry in entries.sorted(by: { $0.key < $1.key }) { writer.field(field.number, entry.bytes) }
  }

  /// Returns one value of a field.
  func element(_ value: JSONValue, _ field: FieldDescriptor) throws(ProtobufError) -> WireValue {
    guard field.type == .message else { return try scalar(value, field) }
    let type = try pool.definition(field.typeName ?? "")
    return .lengthDelimited(WireReader(try deeper.message(value, type)))
  }
}

extension WireWriter {
  mutating func field(_ number: Int, _ value: WireValue) {
    switch value {
    case .varint: tag(number, .varint)
    case .fixed64: tag(number, .fixed64)
    case .fixed32: tag(number, .fixed32)
    case .lengthDelimited: tag(number, .lengthDelimited)
    }
    self.value(value)
  }

  mutating func value(_ value: WireValue) {
    switch value {
    case .varint(let bits): varint(bits)
    case .fixed64(let bits): fixed64(bits)
    case .fixed32(let bits): fixed32(bits)
    case .lengthDelimited(let reader): lengthDelimited(reader.remainder)
    }
  }
}

extension ProtobufError {
  static func unexpected(_ value: JSONValue, wanted: String) -> ProtobufError {
    ProtobufError(.invalidValue, "expected \(wanted), got \(value.kind)")
  }
}
