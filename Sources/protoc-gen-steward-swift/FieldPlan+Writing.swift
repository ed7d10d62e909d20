internal import ProtobufRuntime

// The Swift statements that write values to a C struct called `c`.
extension FieldPlan {
  /// Returns the statements that write the whole property.
  func writeStatements(in message: MessageDefinition, _ types: TypeTable) throws -> [String] {
    if let entry = types.mapEntry(of: descriptor) {
      let type = ConversionGenerator.entryType(entry)
      return assignList("try fields.map(self.\(name), \(path), \(type).self)")
    }
    if descriptor.isRepeated { return assignList(repeatedWrite) }
    guard let presence else {
      return ["\(cMember) = \(writeElement("self.\(name)", isPresent: false))"]
    }
    let present = isOptional ? "value" : "self.\(name)"
    let body = [
      "  c.pointee.\(presence) = .init(rawValue: \(number))",
      "  \(cMember) = \(writeElement(present, isPresent: true))",
    ]
    return [condition(in: message)] + body + ["}"]
  }

  /// Returns the expression for the C value of one Swift value.
  func writeElement(_ swift: String, isPresent: Bool) -> String {
    switch value {
    case .number: return swift
    case .bool: return "\(swift) ? 1 : 0"
    case .string: return "try fields.\(isPresent ? "presentText" : "text")(\(swift), \(path))"
    case .bytes: return "try fields.bytes(\(swift))"
    case .enumeration: return ".init(rawValue: .init(truncatingIfNeeded: \(swift).rawValue))"
    case .message: return "try fields.message(\(swift), \(path))"
    }
  }

  /// Returns the condition under which a field with presence in C is set.
  private func condition(in message: MessageDefinition) -> String {
    if message.isMapEntry { return "do {" }
    return isOptional
      ? "if let value = self.\(name) {" : "if self.\(name).bitPattern != 0 {"
  }

  private var repeatedWrite: String {
    switch value {
    case .number: "try fields.numbers(self.\(name))"
    case .bool: "try fields.flags(self.\(name))"
    case .string: "try fields.texts(self.\(name), \(path))"
    case .bytes: "try fields.byteStrings(self.\(name))"
    case .enumeration: "try fields.enums(self.\(name))"
    case .message: "try fields.messages(self.\(name), \(path))"
    }
  }

  private func assignList(_ values: String) -> [String] {
    let count = "c.pointee.n_\(descriptor.name.lowercased())"
    return ["(\(count), \(cMember)) = \(values)"]
  }
}
