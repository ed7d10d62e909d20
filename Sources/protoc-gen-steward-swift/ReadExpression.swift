internal import ProtobufRuntime

/// The Swift expressions that read values from a C struct called `c`.
enum ReadExpression {
  /// Returns the expression for the value of a whole property.
  static func property(
    _ field: FieldPlan, _ message: MessageDefinition, _ types: TypeTable
  ) throws -> String {
    if let entry = types.mapEntry(of: field.descriptor) {
      let type = ConversionGenerator.entryType(entry)
      return "try fields.map(\(list(field)), \(field.path), \(type).self)"
    }
    if field.descriptor.isRepeated { return repeated(field) }
    if message.isMapEntry && field.value == .message {
      return "try fields.message(\(field.cMember), \(field.path)) ?? \(field.zero)"
    }
    let value = element(field, presentMessage: false)
    if field.isIndirect { return "Indirect(\(value))" }
    guard field.isOptional, let presence = field.presence else { return value }
    return "c.pointee.\(presence).rawValue == 0 ? nil : \(value)"
  }

  /// Returns the expression for one value.
  static func element(_ field: FieldPlan, presentMessage: Bool) -> String {
    let member = field.cMember
    switch field.value {
    case .number: return member
    case .bool: return "\(member) != 0"
    case .string: return "try fields.text(\(member), \(field.path))"
    case .bytes: return "fields.bytes(\(member))"
    case .enumeration:
      return "\(field.element)(rawValue: Int32(truncatingIfNeeded: \(member).rawValue))"
    case .message:
      return "try fields.\(presentMessage ? "present" : "message")(\(member), \(field.path))"
    }
  }

  private static func repeated(_ field: FieldPlan) -> String {
    switch field.value {
    case .number: "fields.numbers(\(list(field)))"
    case .bool: "fields.flags(\(list(field)))"
    case .string: "try fields.texts(\(list(field)), \(field.path))"
    case .bytes: "fields.byteStrings(\(list(field)))"
    case .enumeration: "fields.enums(\(list(field)))"
    case .message: "try fields.messages(\(list(field)), \(field.path))"
    }
  }

  /// Returns the expressions for a C array and its length.
  private static func list(_ field: FieldPlan) -> String {
    "\(field.cMember), c.pointee.n_\(field.descriptor.name.lowercased())"
  }
}
