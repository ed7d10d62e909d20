import ProtobufRuntime

/// The schemas of messages in the form of canonical JSON.
struct MessageSchemas: Sendable {
  let pool: DescriptorPool

  /// Returns the schema of a message, which refers to the schemas that it uses.
  func schema(of message: MessageDescriptor) -> Schema {
    var definitions: [String: JSONValue] = [:]
    let json = reference(to: message.fullName, &definitions)
    return Schema(json, definitions: definitions)
  }

  private func reference(
    to name: String, _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    if let known = WellKnownSchema.json(of: name) { return known }
    if definitions[name] == nil {
      definitions[name] = .object([])  // A message may hold itself.
      definitions[name] = definition(of: name, &definitions)
    }
    return .object([("$ref", .string("#/components/schemas/\(name)"))])
  }

  private func definition(
    of name: String, _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    if let item = pool.enums[name] { return Self.json(of: item) }
    guard let message = try? pool.message(named: name) else { return .object([]) }
    var properties: [(String, JSONValue)] = []
    for field in message.fields {
      properties.append((field.name, json(of: field, &definitions)))
    }
    var members: [(String, JSONValue)] = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .bool(false)),
    ]
    let choices = Self.choices(of: message)
    if !choices.isEmpty { members.append(("allOf", .array(choices))) }
    return .object(Self.describe(members, message.comment))
  }

  private func json(
    of field: FieldDescriptor, _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    if let map = map(field, &definitions) { return .object(Self.describe(map, field.comment)) }
    var element = self.element(of: field, &definitions)
    if field.isRepeated {
      element = .object([("type", .string("array")), ("items", element)])
    }
    guard case .object(let members) = element else { return element }
    return .object(Self.describe(members, field.comment))
  }

  private func map(
    _ field: FieldDescriptor, _ definitions: inout [String: JSONValue]
  ) -> [(String, JSONValue)]? {
    guard field.isRepeated, field.type == .message, let name = field.typeName,
      let entry = try? pool.message(named: name), entry.isMapEntry,
      let key = entry.field(named: "key"), let value = entry.field(named: "value")
    else { return nil }
    var members: [(String, JSONValue)] = [
      ("type", .string("object")), ("additionalProperties", element(of: value, &definitions)),
    ]
    if let names = ScalarSchema.names(of: key.type) { members.append(("propertyNames", names)) }
    return members
  }

  private func element(
    of field: FieldDescriptor, _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    switch field.type {
    case .message, .enum: reference(to: field.typeName ?? "", &definitions)
    default: ScalarSchema.json(of: field.type)
    }
  }

  /// Returns the rule of each oneof: at most one of its members may be present.
  private static func choices(of message: MessageDescriptor) -> [JSONValue] {
    message.oneofs.enumerated().compactMap { index, oneof in
      let names = message.fields.filter { $0.oneofIndex == index }.map(\.name)
      guard !oneof.isSynthetic, names.count > 1 else { return nil }
      let each = names.map { JSONValue.object([("required", .array([.string($0)]))]) }
      let none = JSONValue.object([("not", .object([("anyOf", .array(each))]))])
      return .object([("oneOf", .array(each + [none]))])
    }
  }

  /// Returns the schema of an enum. Enums are open: a number without a name is valid.
  private static func json(of item: EnumDescriptor) -> JSONValue {
    let names = item.values.map { JSONValue.string($0.name) }
    return .object(
      describe(
        [
          (
            "anyOf",
            .array([
              .object([("type", .string("string")), ("enum", .array(names))]),
              ScalarSchema.json(of: .int32),
            ])
          )
        ], item.comment))
  }

  private static func describe(
    _ members: [(String, JSONValue)], _ comment: String
  ) -> [(String, JSONValue)] {
    comment.isEmpty ? members : members + [("description", .string(comment))]
  }
}
