internal import ProtobufRuntime

/// The fields that an object of a manifest shares with a request or a resource: those with the same
/// name and type. They are found by descriptor, so that a new field needs no code here.
///
/// A manifest is flat. Where a request or a resource has a message, the object has the fields of
/// that message.
extension Message {
  /// Creates a request with the fields that it shares with an object of a manifest.
  init(fieldsOf object: some Message) throws(ProtobufError) {
    self.init()
    let members = try Self.descriptor.members(
      sharedWith: type(of: object).descriptor, object.jsonValue())
    if !members.isEmpty { self = try Self(json: .object(members)) }
  }

  /// Returns the fields that a resource shares with the objects of a kind, as texts. Fields without
  /// a value are left out, and so is the id, which no manifest changes.
  func fields<Object: Message>(of kind: Object.Type) throws(ProtobufError) -> [String: String] {
    var texts: [String: String] = [:]
    try Self.descriptor.collect(&texts, sharedWith: Object.descriptor, jsonValue())
    texts["id"] = nil
    return texts
  }
}

extension MessageDescriptor {
  /// Returns the shared fields with the values of an object, which has them all at its top.
  fileprivate func members(
    sharedWith object: MessageDescriptor, _ values: JSONValue
  ) -> [(String, JSONValue)] {
    fields.compactMap { field in
      if object.has(field) { return values[field.name].map { (field.name, $0) } }
      guard !field.isRepeated, let part = message(of: field) else { return nil }
      let members = part.members(sharedWith: object, values)
      return members.isEmpty ? nil : (field.name, .object(members))
    }
  }

  /// Adds the shared fields with the values of a message of this type.
  fileprivate func collect(
    _ texts: inout [String: String], sharedWith object: MessageDescriptor, _ values: JSONValue
  ) {
    for field in fields {
      guard let value = values[field.name] else { continue }
      if object.has(field) {
        texts[field.name] = value.manifestText
      } else if !field.isRepeated, let part = message(of: field) {
        part.collect(&texts, sharedWith: object, value)
      }
    }
  }

  /// Returns whether this type has a field of the same name and type.
  private func has(_ other: FieldDescriptor) -> Bool {
    guard let field = field(named: other.name) else { return false }
    return field.type == other.type && field.typeName == other.typeName
      && field.isRepeated == other.isRepeated
  }
}

extension JSONValue {
  fileprivate var manifestText: String {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .array(let values): values.map(\.manifestText).joined(separator: ", ")
    case .null, .object: ""
    }
  }
}
