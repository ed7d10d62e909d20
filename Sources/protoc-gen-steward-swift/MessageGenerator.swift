internal import ProtobufRuntime

/// A generator of a message as a struct, with the types that are nested in it.
struct MessageGenerator {
  private let message: MessageDefinition
  private let types: TypeTable
  private let layout: MessagePlan

  init(_ message: MessageDefinition, _ types: TypeTable) throws {
    self.message = message
    self.types = types
    layout = try MessagePlan(message, types)
  }

  func write(to text: inout SourceText) throws {
    text.documentation(message.comment)
    try text.block("public struct \(layout.name): GeneratedMessage") { text in
      try writeNestedTypes(to: &text)
      for property in layout.properties { writeProperty(property, to: &text) }
      text.line("/// The fields that a newer peer wrote and this program does not know.")
      text.line("public var unknownFields: UnknownFields")
      text.gap()
      writeMemberwiseInitializer(to: &text)
      text.gap()
      writeEmptyInitializer(to: &text)
    }
  }

  private func writeNestedTypes(to text: inout SourceText) throws {
    for item in message.enums {
      try EnumGenerator(item, types).write(to: &text)
      text.gap()
    }
    for nested in message.messages where !nested.isMapEntry {
      try MessageGenerator(nested, types).write(to: &text)
      text.gap()
    }
    for oneof in layout.oneofs {
      writeOneof(oneof, to: &text)
      text.gap()
    }
  }

  private func writeOneof(_ oneof: MessagePlan.Oneof, to text: inout SourceText) {
    let keyword = oneof.members.contains(where: \.isIndirect) ? "indirect enum" : "enum"
    text.documentation(oneof.comment)
    text.block("public \(keyword) \(oneof.type): Hashable, Sendable") { text in
      for member in oneof.members {
        text.documentation(member.descriptor.comment)
        text.line("case \(member.name)(\(member.element))")
      }
    }
  }

  private func writeProperty(_ property: MessagePlan.Property, to text: inout SourceText) {
    guard property.isIndirect else {
      text.documentation(property.comment)
      text.line("public var \(property.name): \(property.type)")
      return
    }
    let storage = property.storage
    text.line("private var \(storage): Indirect<\(property.element)>")
    text.documentation(property.comment)
    text.block("public var \(property.name): \(property.type)") { text in
      text.line("get { \(storage).value }")
      text.line("set { \(storage) = Indirect(newValue) }")
    }
  }

  private func writeMemberwiseInitializer(to text: inout SourceText) {
    guard !layout.properties.isEmpty else { return }
    text.line("public init(")
    let arguments = layout.properties.map { "\($0.name): \($0.type) = \($0.defaultValue)" }
    for (index, argument) in arguments.enumerated() {
      text.line("  \(argument)\(index == arguments.count - 1 ? "" : ",")")
    }
    text.block(")") { text in
      for property in layout.properties {
        text.line(assignment(of: property, property.name))
      }
      text.line("self.unknownFields = UnknownFields()")
    }
  }

  /// Writes an initializer without arguments. The properties have no initial values in their
  /// declarations, so that reading a message sets each property only once.
  private func writeEmptyInitializer(to text: inout SourceText) {
    text.block("public init()") { text in
      for property in layout.properties {
        text.line(assignment(of: property, property.defaultValue))
      }
      text.line("self.unknownFields = UnknownFields()")
    }
  }

  private func assignment(of property: MessagePlan.Property, _ value: String) -> String {
    property.isIndirect
      ? "self.\(property.storage) = Indirect(\(value))" : "self.\(property.name) = \(value)"
  }
}
