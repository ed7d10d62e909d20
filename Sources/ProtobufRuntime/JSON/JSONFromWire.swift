/// A translator of messages from the wire to canonical JSON. It needs only their descriptors.
struct JSONFromWire {
  let pool: DescriptorPool
  let options: JSONOptions
  private let depth: Int

  init(_ pool: DescriptorPool, _ options: JSONOptions, depth: Int = 0) {
    self.pool = pool
    self.options = options
    self.depth = depth
  }

  func message(
    _ reader: WireReader, _ definition: MessageDefinition
  ) throws(ProtobufError) -> JSONValue {
    guard depth <= ProtobufLimits.depth else { throw .tooDeep }
    let fields = try WireFields(reader, definition)
    if let type = WellKnownType(definition) { return try wellKnown(type, fields, definition) }
    return .object(try members(fields, definition))
  }

  /// Returns the fields of an ordinary message.
  func members(
    _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    for field in definition.fieldsInOrder {
      do throws(ProtobufError) {
        if let value = try value(of: field, in: fields) { members.append((field.name, value)) }
      } catch {
        throw error.within(field.name)
      }
    }
    return members
  }

  /// Returns the value of a field, or `nil` if the field is not printed.
  func value(
    of field: FieldDescriptor, in fields: WireFields
  ) throws(ProtobufError) -> JSONValue? {
    if let entry = try mapEntry(of: field) { return try map(fields.all(field), entry) }
    if field.isRepeated { return try list(fields.all(field), field) }
    guard let wire = fields.single(field) else {
      let isPrinted = options.includesDefaults && !field.hasPresence
      return isPrinted ? try scalar(.zero(of: field.type), field) : nil
    }
    let isDefault = !field.hasPresence && wire.isZero(of: field.type)
    return isDefault && !options.includesDefaults ? nil : try element(wire, field)
  }

  private func list(
    _ values: [WireValue], _ field: FieldDescriptor
  ) throws(ProtobufError) -> JSONValue? {
    var elements: [JSONValue] = []
    for (index, value) in values.enumerated() {
      do throws(ProtobufError) {
        elements.append(try element(value, field))
      } catch {
        throw error.within(index)
      }
    }
    return elements.isEmpty && !options.includesDefaults ? nil : .array(elements)
  }

  private func map(
    _ entries: [WireValue], _ entry: MessageDefinition
  ) throws(ProtobufError) -> JSONValue? {
    guard let keyField = entry.field(1), let valueField = entry.field(2) else { return nil }
    var names: [String] = []
    var values: [String: JSONValue] = [:]
    for case .lengthDelimited(let reader) in entries {
      let fields = try WireFields(reader, entry)
      let key = try scalar(fields.single(keyField) ?? .zero(of: keyField.type), keyField)
      let name = key.mapKey
      do throws(ProtobufError) {
        let value = fields.single(valueField) ?? .zero(of: valueField.type)
        let old = values.updateValue(try deeper.element(value, valueField), forKey: name)
        if old == nil { names.append(name) }
      } catch {
        throw error.within(name)
      }
    }
    guard !names.isEmpty || options.includesDefaults else { return nil }
    return .object(names.map { ($0, values[$0] ?? .null) })
  }

  /// Returns one value of a field.
  func element(_ value: WireValue, _ field: FieldDescriptor) throws(ProtobufError) -> JSONValue {
    guard field.type == .message, case .lengthDelimited(let reader) = value else {
      return try scalar(value, field)
    }
    return try deeper.message(reader, try pool.definition(field.typeName ?? ""))
  }

  private func mapEntry(of field: FieldDescriptor) throws(ProtobufError) -> MessageDefinition? {
    guard field.type == .message, field.isRepeated else { return nil }
    let definition = try pool.definition(field.typeName ?? "")
    return definition.isMapEntry ? definition : nil
  }

  /// A translator for messages that are one level deeper.
  var deeper: JSONFromWire { JSONFromWire(pool, options, depth: depth + 1) }
}

extension JSONValue {
  /// The name of a map's member. The keys are booleans, numbers and texts.
  fileprivate var mapKey: String {
    switch self {
    case .number(let text), .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: ""
    }
  }
}
