internal import ProtobufRuntime

/// The representation of a message in Swift.
struct MessagePlan {
  /// A stored property of the struct: a field or a oneof.
  struct Property {
    let name: String
    let type: String
    let element: String
    let defaultValue: String
    let comment: String
    let isIndirect: Bool

    /// The name of the indirect storage.
    var storage: String { "_" + name.filter { $0 != "`" } }
  }

  /// A oneof that the `.proto` declares.
  struct Oneof {
    let name: String
    let type: String
    /// The C member that says which case is set.
    let caseMember: String
    let comment: String
    let members: [FieldPlan]
  }

  /// The name of the type, without the types that it is nested in.
  let name: String
  /// All fields, in the order of the `.proto`.
  let fields: [FieldPlan]
  let oneofs: [Oneof]
  let properties: [Property]

  init(_ message: MessageDefinition, _ types: TypeTable) throws {
    let path = try types.swiftName(message.fullName)
    name = path.split(separator: ".").last.map(String.init) ?? path
    let fields = try message.fields.map { try FieldPlan($0, of: message, types) }
    let nested = message.messages.map(\.name) + message.enums.map(\.name)
    let oneofs = message.oneofs.enumerated().filter { !$1.isSynthetic }.map { index, oneof in
      let type = SwiftNames.oneof(oneof.name)
      return Oneof(
        name: SwiftNames.property(oneof.name),
        type: nested.contains(type) ? type + "Oneof" : type,
        caseMember: CNames.caseMember(oneof.name), comment: oneof.comment,
        members: fields.filter { $0.descriptor.oneofIndex == index })
    }
    self.fields = fields
    self.oneofs = oneofs
    properties = Self.properties(fields, oneofs)
  }

  /// The fields that are separate properties.
  var plainFields: [FieldPlan] { fields.filter { !$0.descriptor.isOneofMember } }

  /// Returns the fields and oneofs. Each oneof stands at the place of its first member.
  private static func properties(_ fields: [FieldPlan], _ oneofs: [Oneof]) -> [Property] {
    fields.compactMap { field in
      guard field.descriptor.isOneofMember else { return property(field) }
      let oneof = oneofs.first { $0.members.first?.number == field.number }
      return oneof.map(property)
    }
  }

  private static func property(_ field: FieldPlan) -> Property {
    Property(
      name: field.name, type: field.type, element: field.element,
      defaultValue: field.defaultValue, comment: field.descriptor.comment,
      isIndirect: field.isIndirect)
  }

  private static func property(_ oneof: Oneof) -> Property {
    Property(
      name: oneof.name, type: oneof.type + "?", element: oneof.type, defaultValue: "nil",
      comment: oneof.comment, isIndirect: false)
  }
}
