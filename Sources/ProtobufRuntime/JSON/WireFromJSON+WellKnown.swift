extension WireFromJSON {
  func wellKnown(
    _ type: WellKnownType, _ value: JSONValue, _ definition: MessageDefinition
  ) throws(ProtobufError) -> [UInt8] {
    switch type {
    case .any: return try any(value)
    case .timestamp: return try TimestampText.parse(try text(value, "a time")).serialized()
    case .duration: return try DurationText.parse(try text(value, "a duration")).serialized()
    case .fieldMask: return try fieldMask(try text(value, "a field mask"))
    case .value: return try self.value(value, definition)
    case .structure, .listValue, .wrapper:
      var writer = WireWriter()
      try write(value, try definition.wellKnownField(1), to: &writer)
      return writer.bytes
    }
  }

  private func text(_ value: JSONValue, _ wanted: String) throws(ProtobufError) -> String {
    guard case .string(let text) = value else {
      throw .unexpected(value, wanted: "a string with \(wanted)")
    }
    return text
  }

  private func fieldMask(_ text: String) throws(ProtobufError) -> [UInt8] {
    var writer = WireWriter()
    for path in text.split(separator: ",", omittingEmptySubsequences: true) {
      let path = try FieldMaskText.snakeCase(path)
      try WireText.check(path)
      writer.field(1, path.utf8)
    }
    return writer.bytes
  }

  /// Returns the bytes of a `google.protobuf.Value` that holds the JSON.
  private func value(
    _ value: JSONValue, _ definition: MessageDefinition
  ) throws(ProtobufError) -> [UInt8] {
    let number =
      switch value {
      case .null: 1
      case .number: 2
      case .string: 3
      case .bool: 4
      case .object: 5
      case .array: 6
      }
    var writer = WireWriter()
    writer.field(number, try element(value, try definition.wellKnownField(number)))
    return writer.bytes
  }

  private func any(_ value: JSONValue) throws(ProtobufError) -> [UInt8] {
    guard case .object(let members) = value else {
      throw .unexpected(value, wanted: "an object with \"@type\"")
    }
    if members.isEmpty { return [] }
    guard case .string(let url)? = members.first(where: { $0.0 == "@type" })?.1 else {
      throw ProtobufError(.invalidValue, "the type URL is missing", path: "@type")
    }
    try WireText.check(url)
    let type = try pool.definition(ofAnyURL: url)
    let content = try content(members.filter { $0.0 != "@type" }, type)
    var writer = WireWriter()
    writer.field(1, url.utf8)
    if !content.isEmpty { writer.field(2, content) }
    return writer.bytes
  }

  private func content(
    _ members: [(String, JSONValue)], _ type: MessageDefinition
  ) throws(ProtobufError) -> [UInt8] {
    guard WellKnownType(type) != nil else { return try deeper.message(.object(members), type) }
    if let name = members.first(where: { $0.0 != "value" })?.0 {
      throw ProtobufError(
        .unknownField, "\(type.fullName) must be in \"value\", with no other field beside it",
        path: name)
    }
    guard let value = members.first?.1 else {
      throw ProtobufError(.invalidValue, "the value is missing", path: "value")
    }
    do throws(ProtobufError) {
      return try deeper.message(value, type)
    } catch {
      throw error.within("value")
    }
  }
}
