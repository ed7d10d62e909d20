internal import ProtobufRuntime

/// A generator of the code that reads a message, or an entry of a map, from its C struct and writes
/// it to the struct.
struct ConversionGenerator {
  private let message: MessageDefinition
  private let file: FileDefinition
  private let types: TypeTable
  private let plan: MessagePlan
  private let swiftName: String

  init(_ message: MessageDefinition, _ file: FileDefinition, _ types: TypeTable) throws {
    self.message = message
    self.file = file
    self.types = types
    plan = try MessagePlan(message, types)
    swiftName = try types.swiftName(message.fullName)
  }

  /// Returns the private type of a map's entries, which stands beside the messages.
  static func entryType(_ entry: MessageDefinition) -> String {
    CNames.structure(entry.fullName).split(separator: "_").joined(separator: "_")
  }

  func write(to text: inout SourceText) throws {
    message.isMapEntry ? try writeEntry(to: &text) : try writeMessage(to: &text)
  }

  private func writeMessage(to text: inout SourceText) throws {
    try text.block("extension \(swiftName)") { text in
      text.line("public static let fullName = \"\(message.fullName)\"")
      text.line("public static var file: ProtoFile { .\(SwiftNames.file(file.name)) }")
      writeLayout(to: &text, access: "public ")
      text.gap()
      try writeReading(to: &text, access: "public ")
      text.gap()
      try writeWriting(to: &text, access: "public ")
    }
  }

  private func writeEntry(to text: inout SourceText) throws {
    try text.block("private struct \(Self.entryType(message)): GeneratedMapEntry") { text in
      for field in plan.fields { text.line("let \(field.name): \(field.element)") }
      writeLayout(to: &text, access: "")
      text.gap()
      let arguments = plan.fields.map { "\($0.name): \($0.element)" }.joined(separator: ", ")
      text.block("init(\(arguments))") { text in
        for field in plan.fields { text.line("self.\(field.name) = \(field.name)") }
      }
      text.gap()
      try writeReading(to: &text, access: "")
      text.gap()
      try writeWriting(to: &text, access: "")
    }
  }

  private func writeLayout(to text: inout SourceText, access: String) {
    let isRecursive = types.isRecursive(message) ? ", isRecursive: true" : ""
    let symbol = CNames.symbol(message.fullName)
    text.block("\(access)static var layout: MessageLayout") { text in
      text.line("MessageLayout(\(symbol)__layout()\(isRecursive))")
    }
  }

  private func writeReading(to text: inout SourceText, access: String) throws {
    let header = "\(access)init(reading fields: FieldReader) throws(ProtobufError)"
    try text.block(header) { text in
      if !plan.fields.isEmpty {
        text.line("let c = fields.fields(as: \(CNames.structure(message.fullName)).self)")
      }
      for field in plan.plainFields {
        text.line("\(storage(field)) = \(try field.readExpression(in: message, types))")
      }
      for oneof in plan.oneofs { writeReading(oneof, to: &text) }
      if !message.isMapEntry { text.line("unknownFields = fields.unknownFields") }
      writeCheck(to: &text)
    }
  }

  /// Writes a check for the two time types, because not every pair of numbers is a valid time.
  private func writeCheck(to text: inout SourceText) {
    switch message.fullName {
    case "google.protobuf.Timestamp":
      text.line("try fields.checkTimestamp(seconds: seconds, nanos: nanos)")
    case "google.protobuf.Duration":
      text.line("try fields.checkDuration(seconds: seconds, nanos: nanos)")
    default: break
    }
  }

  private func writeReading(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    text.line("switch c.pointee.\(oneof.caseMember).rawValue {")
    for member in oneof.members {
      let value = member.readElement(presentMessage: true)
      text.line("case \(member.number): self.\(oneof.name) = .\(member.name)(\(value))")
    }
    text.line("default: self.\(oneof.name) = nil")
    text.line("}")
  }

  private func writeWriting(to text: inout SourceText, access: String) throws {
    let header = "\(access)func write(to fields: FieldWriter) throws(ProtobufError)"
    try text.block(header) { text in
      if !plan.fields.isEmpty {
        text.line("let c = fields.fields(as: \(CNames.structure(message.fullName)).self)")
      }
      writeCheck(to: &text)
      for field in plan.plainFields {
        try field.writeStatements(in: message, types).forEach { text.line($0) }
      }
      for oneof in plan.oneofs { writeWriting(oneof, to: &text) }
      if !message.isMapEntry { text.line("try fields.unknownFields(unknownFields)") }
    }
  }

  private func writeWriting(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    text.line("switch self.\(oneof.name) {")
    for member in oneof.members {
      text.line("case .\(member.name)(let value):")
      text.line("  c.pointee.\(oneof.caseMember) = .init(rawValue: \(member.number))")
      text.line("  \(member.cMember) = \(member.writeElement("value", isPresent: true))")
    }
    text.line("case nil: break")
    text.line("}")
  }

  private func storage(_ field: FieldPlan) -> String {
    field.isIndirect ? "self._" + field.name.filter { $0 != "`" } : "self.\(field.name)"
  }
}
