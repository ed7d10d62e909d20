internal import ProtobufRuntime

/// The representation of a field in Swift and in the C struct.
struct FieldPlan {
  /// The kinds of values. Values of one kind are handled alike.
  enum Value {
    case number
    case bool
    case string
    case bytes
    case enumeration
    case message
  }

  let descriptor: FieldDescriptor
  /// The name of the property, argument or case.
  let name: String
  /// The Swift type of one value.
  let element: String
  let value: Value
  /// The member of the C struct.
  let member: String
  /// The C member that says whether the field is set, for fields that have presence in C.
  let presence: String?
  /// The Swift type of a map's key and value, for maps.
  let map: (key: String, value: String)?
  let isIndirect: Bool

  init(_ field: FieldDescriptor, of message: MessageDefinition, _ types: TypeTable) throws {
    descriptor = field
    let isCase = field.isOneofMember
    name = isCase ? SwiftNames.enumCase(field.name) : SwiftNames.property(field.name)
    element = try Self.element(field, types)
    value = Self.value(field.type)
    member = CNames.member(field.name)
    presence = Self.presence(field, message)
    map = try types.mapEntry(of: field).map { entry in
      (try Self.entryType(1, of: entry, types), try Self.entryType(2, of: entry, types))
    }
    isIndirect = types.isIndirect(field, of: message)
  }

  /// The number of the field.
  var number: Int { descriptor.number }

  /// The C member as an expression.
  var cMember: String {
    ["init", "self"].contains(member) ? "c.pointee.`\(member)`" : "c.pointee.\(member)"
  }

  /// The name of the field in errors, as a literal.
  var path: String { "\"\(descriptor.name)\"" }

  /// Whether the property is an Optional.
  var isOptional: Bool {
    map == nil && !descriptor.isRepeated && descriptor.hasPresence
  }

  /// The type of the property.
  var type: String {
    if let map { return "[\(map.key): \(map.value)]" }
    if descriptor.isRepeated { return "[\(element)]" }
    return isOptional ? element + "?" : element
  }

  /// The default of the property, as an expression.
  var defaultValue: String {
    if map != nil { return "[:]" }
    if descriptor.isRepeated { return "[]" }
    return isOptional ? "nil" : zero
  }

  /// The value of an element that was never set, as an expression.
  var zero: String {
    switch value {
    case .number: "0"
    case .bool: "false"
    case .string: "\"\""
    case .bytes: "[]"
    case .enumeration, .message: "\(element)()"
    }
  }

  private static func element(_ field: FieldDescriptor, _ types: TypeTable) throws -> String {
    switch field.type {
    case .double: "Double"
    case .float: "Float"
    case .int32, .sint32, .sfixed32: "Int32"
    case .int64, .sint64, .sfixed64: "Int64"
    case .uint32, .fixed32: "UInt32"
    case .uint64, .fixed64: "UInt64"
    case .bool: "Bool"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .enum: try types.swiftName(field.typeName ?? "")
    case .message: try types.swiftName(field.typeName ?? "")
    }
  }

  private static func value(_ type: FieldType) -> Value {
    switch type {
    case .bool: .bool
    case .string: .string
    case .bytes: .bytes
    case .enum: .enumeration
    case .message: .message
    default: .number
    }
  }

  private static func presence(
    _ field: FieldDescriptor, _ message: MessageDefinition
  ) -> String? {
    if CRequest.addsPresence(to: field, in: message) {
      return CNames.caseMember(CRequest.presence(of: field))
    }
    guard field.isOptional, let index = field.oneofIndex else { return nil }
    return CNames.caseMember(message.oneofs[index].name)
  }

  private static func entryType(
    _ number: Int, of entry: MessageDefinition, _ types: TypeTable
  ) throws -> String {
    guard let field = entry.fields.first(where: { $0.number == number }) else {
      throw GeneratorError("\"\(entry.fullName)\" is not a map entry")
    }
    return try element(field, types)
  }
}
