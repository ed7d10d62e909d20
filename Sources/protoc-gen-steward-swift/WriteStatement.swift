internal import ProtobufRuntime

/// The Swift statements that write values to a C struct called `c`.
enum WriteStatement {
  /// Returns the statements that write a property.
  static func property(
    _ field: FieldPlan, _ message: MessageDefinition, _ types: TypeTable
  ) throws -> [String] {
    if let entry = types.mapEntry(of: field.descriptor) {
      let type = ConversionGenerator.entryType(entry)
      return assignList(field, "try fields.map(self.\(field.name), \(field.path), \(type).self)")
    }
    if field.descriptor.isRepeated { return assignList(field, repeated(field)) }
    guard let presence = field.presence else {
      return ["\(field.cMember) = \(element(field, "self.\(field.name)", isPresent: false))"]
    }
    let body = [
      "  c.pointee.\(presence) = .init(rawValue: \(field.number))",
      "  \(field.cMember) = \(element(field, presentValue(field), isPresent: true))",
    ]
    return [condition(field, message)] + body + ["}"]
  }

  /// Returns the expression for the C value of one Swift value.
  static func element(_ field: FieldPlan, _ value: String, isPresent: Bool) -> String {
    switch field.value {
    case .number: return value
    case .bool: return "\(value) ? 1 : 0"
    case .string: return "try fields.\(isPresent ? "presentText" : "text")(\(value), \(field.path))"
    case .bytes: return "try fields.bytes(\(value))"
    case .enumeration: return ".init(rawValue: .init(truncatingIfNeeded: \(value).rawValue))"
    case .message: return "try fields.message(\(value), \(field.path))"
    }
  }

  /// Returns the condition under which a field with presence in C is set.
  private static func condition(_ field: FieldPlan, _ message: MessageDefinition) -> String {
    if message.isMapEntry { return "do {" }
    return field.isOptional
      ? "if let value = self.\(field.name) {" : "if self.\(field.name).bitPattern != 0 {"
  }

  private static func presentValue(_ field: FieldPlan) -> String {
    field.isOptional ? "value" : "self.\(field.name)"
  }

  private static func repeated(_ field: FieldPlan) -> String {
    switch field.value {
    case .number: "try fields.numbers(self.\(field.name))"
    case .bool: "try fields.flags(self.\(field.name))"
    case .string: "try fields.texts(self.\(field.name), \(field.path))"
    case .bytes: "try fields.byteStrings(self.\(field.name))"
    case .enumeration: "try fields.enums(self.\(field.name))"
    case .message: "try fields.messages(self.\(field.name), \(field.path))"
    }
  }

  private static func assignList(_ field: FieldPlan, _ value: String) -> [String] {
    let count = "c.pointee.n_\(field.descriptor.name.lowercased())"
    return ["(\(count), \(field.cMember)) = \(value)"]
  }
}
