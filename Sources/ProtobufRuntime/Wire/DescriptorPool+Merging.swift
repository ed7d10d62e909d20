extension DescriptorPool {
  /// Merges a message that comes in pieces on the wire, by the rules of protobuf. A message that is
  /// given more than once has the fields of all its pieces. Of a oneof, only the last member
  /// counts.
  func merge(_ bytes: [UInt8], as type: String) throws(ProtobufError) -> [UInt8] {
    try merge(WireReader(bytes), try definition(type), depth: 0)
  }

  private func merge(
    _ message: WireReader, _ definition: MessageDefinition, depth: Int
  ) throws(ProtobufError) -> [UInt8] {
    guard depth <= ProtobufLimits.depth else { throw .tooDeep }
    let fields = try WireFields(message, definition)
    var writer = WireWriter()
    for field in definition.fieldsInOrder {
      let values = field.isRepeated ? fields.all(field) : fields.single(field).map { [$0] } ?? []
      for value in values {
        guard field.type == .message, case .lengthDelimited(let nested) = value else {
          writer.field(field.number, value)
          continue
        }
        let type = try self.definition(field.typeName ?? "")
        writer.field(field.number, try merge(nested, type, depth: depth + 1))
      }
    }
    writer.fields(fields.unknown)
    return writer.bytes
  }
}
