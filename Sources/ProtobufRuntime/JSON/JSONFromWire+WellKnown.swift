extension JSONFromWire {
  func wellKnown(
    _ type: WellKnownType, _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> JSONValue {
    switch type {
    case .any: return try any(fields, definition)
    case .value: return try value(fields, definition)
    case .timestamp:
      return .string(try TimestampText.format(try time(fields, definition)))
    case .duration:
      return .string(try DurationText.format(try time(fields, definition)))
    case .fieldMask:
      return .string(try fieldMask(fields, definition))
    case .listValue:
      return try plain(fields, definition, empty: .array([]))
    case .structure:
      return try plain(fields, definition, empty: .object([]))
    case .wrapper:
      let field = try definition.wellKnownField(1)
      return try scalar(fields.single(field) ?? .zero(of: field.type), field)
    }
  }

  /// Returns the only field of a list or structure, in place of the message.
  private func plain(
    _ fields: WireFields, _ definition: MessageDefinition, empty: JSONValue
  ) throws(ProtobufError) -> JSONValue {
    try value(of: try definition.wellKnownField(1), in: fields) ?? empty
  }

  private func value(
    _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> JSONValue {
    for field in definition.fields {
      guard let value = fields.single(field) else { continue }
      let json = try element(value, field)
      guard field.type == .double, case .string(let text) = json else { return json }
      throw ProtobufError(.invalidValue, "JSON has no number for \(text)")
    }
    return .null
  }

  private func time(
    _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> SecondsAndNanos {
    SecondsAndNanos(
      seconds: Int64(bitPattern: try bits(1, fields, definition)),
      nanos: Int32(truncatingIfNeeded: try bits(2, fields, definition)))
  }

  private func bits(
    _ number: Int, _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> UInt64 {
    guard case .varint(let bits) = fields.single(try definition.wellKnownField(number)) else {
      return 0
    }
    return bits
  }

  private func fieldMask(
    _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> String {
    var paths: [String] = []
    for case .lengthDelimited(let path) in fields.all(try definition.wellKnownField(1)) {
      paths.append(try FieldMaskText.camelCase(try WireText.decode(path.remainder)))
    }
    return paths.joined(separator: ",")
  }

  private func any(
    _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> JSONValue {
    let url = try bytes(1, fields, definition)
    let content = try bytes(2, fields, definition)
    if url.isAtEnd, content.isAtEnd { return .object([]) }
    let name = try WireText.decode(url.remainder)
    let type = try pool.definition(ofAnyURL: name)
    let head = ("@type", JSONValue.string(name))
    // The content is translated only once. Translating it twice on each level would take
    // exponential time.
    let value = try deeper.message(content, type)
    guard case .object(let members) = value, WellKnownType(type) == nil else {
      return .object([head, ("value", value)])
    }
    return .object([head] + members)
  }

  private func bytes(
    _ number: Int, _ fields: WireFields, _ definition: MessageDefinition
  ) throws(ProtobufError) -> WireReader {
    guard case .lengthDelimited(let reader) = fields.single(try definition.wellKnownField(number))
    else { return WireReader([]) }
    return reader
  }
}

extension DescriptorPool {
  /// Returns the type that the URL in an `Any` names.
  func definition(ofAnyURL url: String) throws(ProtobufError) -> MessageDefinition {
    guard let slash = url.lastIndex(of: "/"), url[slash...].count > 1 else {
      throw ProtobufError(
        .invalidValue,
        "expected a type URL such as \"type.googleapis.com/package.Message\", got \"\(url)\"",
        path: "@type")
    }
    do throws(ProtobufError) {
      return try definition(String(url[url.index(after: slash)...]))
    } catch {
      throw error.within("@type")
    }
  }
}
