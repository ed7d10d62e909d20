internal import ProtobufRuntime

/// The fields that an object of a manifest shares with a request or a resource: those with the same
/// name and type. They are found by descriptor, so that a new field needs no code here.
///
/// A manifest is flat. Where a request or a resource has a message, the object has the fields of
/// that message.
extension Message {
  /// Creates a request with the fields that it shares with an object of a manifest.
  init(fieldsOf object: some Message) throws(ProtobufError) {
    let (type, source) = (try Self.descriptor, try type(of: object).descriptor)
    try self.init(serialized: type.wire(of: object.serialized(), of: source))
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
  /// Returns the shared fields of an object, which has them all at its top, as a message of this
  /// type. Fields of one type have one wire format, so only their numbers change.
  fileprivate func wire(
    of object: [UInt8], of source: MessageDescriptor
  ) throws(ProtobufError) -> [UInt8] {
    var writer = WireWriter()
    for field in fields {
      if let original = source.twin(of: field) {
        var reader = WireReader(object)
        while let tag = try reader.tag() {
          guard tag.number == original.number else { try reader.skip(tag.type); continue }
          writer.fields(try reader.copy(WireTag(number: field.number, type: tag.type)))
        }
      } else if !field.isRepeated, let part = message(of: field) {
        let bytes = try part.wire(of: object, of: source)
        if !bytes.isEmpty { writer.field(field.number, bytes) }
      }
    }
    return writer.bytes
  }

  /// Adds the shared fields with the values of a message of this type.
  fileprivate func collect(
    _ texts: inout [String: String], sharedWith object: MessageDescriptor, _ values: JSONValue
  ) {
    for field in fields {
      guard let value = values[field.name] else { continue }
      if object.twin(of: field) != nil {
        texts[field.name] = value.manifestText
      } else if !field.isRepeated, let part = message(of: field) {
        part.collect(&texts, sharedWith: object, value)
      }
    }
  }

  /// Returns the field of this type with the same name and type as another type's field.
  private func twin(of other: FieldDescriptor) -> FieldDescriptor? {
    guard let field = field(named: other.name), field.type == other.type,
      field.typeName == other.typeName, field.isRepeated == other.isRepeated
    else { return nil }
    return field
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
