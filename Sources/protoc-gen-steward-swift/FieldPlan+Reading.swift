internal import ProtobufRuntime

// The Swift expressions that read values from a C struct called `c`.
extension FieldPlan {
  /// Returns the expression that reads the whole property.
  func readExpression(in message: MessageDefinition, _ types: TypeTable) throws -> String {
    if let entry = types.mapEntry(of: descriptor) {
      let type = ConversionGenerator.entryType(entry)
      return "try fields.map(\(list), \(path), \(type).self)"
    }
    if descriptor.isRepeated { return repeatedRead }
    if message.isMapEntry && value == .message {
      return "try fields.message(\(cMember), \(path)) ?? \(zero)"
    }
    let read = readElement(presentMessage: false)
    if isIndirect { return "Indirect(\(read))" }
    guard isOptional, let presence else { return read }
    return "c.pointee.\(presence).rawValue == 0 ? nil : \(read)"
  }

  /// Returns the expression that reads one value.
  func readElement(presentMessage: Bool) -> String {
    switch value {
    case .number: return cMember
    case .bool: return "\(cMember) != 0"
    case .string: return "try fields.text(\(cMember), \(path))"
    case .bytes: return "fields.bytes(\(cMember))"
    case .enumeration:
      return "\(element)(rawValue: Int32(truncatingIfNeeded: \(cMember).rawValue))"
    case .message:
      return "try fields.\(presentMessage ? "present" : "message")(\(cMember), \(path))"
    }
  }

  private var repeatedRead: String {
    switch value {
    case .number: "fields.numbers(\(list))"
    case .bool: "fields.flags(\(list))"
    case .string: "try fields.texts(\(list), \(path))"
    case .bytes: "fields.byteStrings(\(list))"
    case .enumeration: "fields.enums(\(list))"
    case .message: "try fields.messages(\(list), \(path))"
    }
  }

  /// The expressions for a C array and its length.
  private var list: String {
    "\(cMember), c.pointee.n_\(descriptor.name.lowercased())"
  }
}
