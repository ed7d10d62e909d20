internal import ProtobufRuntime

/// The request for `protoc-gen-c`. It differs from protoc's request, so that the C structs can hold
/// all values of protobuf.
///
/// libprotobuf-c doesn't write zero values, and that is wrong in two places. -0.0 is not zero, and
/// an entry of a map always has its key and its value. So this request declares those fields
/// `optional`, and the Swift side decides which values to write. Also, libprotobuf-c accepts a
/// `bool` from any wire type. It checks the wire type of an integer that is a varint too, so the
/// request declares an integer instead. The wire format stays the same.
struct CRequest {
  let bytes: [UInt8]

  init(_ request: Request) throws {
    var writer = WireWriter()
    for file in request.wantedFiles where file.makesTypes {
      writer.field(1, file.definition.name.utf8)
    }
    for file in request.files { writer.field(15, try Self.file(file)) }
    bytes = writer.bytes
  }

  /// Returns whether a field without presence in the `.proto` has presence in the C struct.
  static func addsPresence(to field: FieldDescriptor, in message: MessageDefinition) -> Bool {
    if message.isMapEntry { return field.type != .message }
    return !field.hasPresence && !field.isRepeated && [.float, .double].contains(field.type)
  }

  /// Returns the oneof for the presence of a field in the C struct.
  static func presence(of field: FieldDescriptor) -> String { "_\(field.name)" }

  private static func file(_ file: Request.File) throws -> [UInt8] {
    guard file.makesTypes else { return file.bytes }
    var messages = file.definition.messages.makeIterator()
    return try WireReader(file.bytes).rewritten { number, value in
      guard number != 6 else { return nil }
      guard number == 4, let definition = messages.next() else { return Array(value.remainder) }
      return try message(value, definition)
    }
  }

  private static func message(
    _ reader: WireReader, _ definition: MessageDefinition
  ) throws -> [UInt8] {
    var fields = definition.fields.makeIterator()
    var nested = definition.messages.makeIterator()
    var oneofs: [String] = []
    let bytes = try reader.rewritten { number, value in
      if number == 2, let field = fields.next() {
        var writer = WireWriter()
        writer.fields(value.remainder)
        if field.type == .bool { writer.field(5, UInt64(FieldType.uint64.rawValue)) }
        if addsPresence(to: field, in: definition) {
          declareOptional(oneof: definition.oneofs.count + oneofs.count, in: &writer)
          oneofs.append(presence(of: field))
        }
        return writer.bytes
      }
      if number == 3, let definition = nested.next() { return try message(value, definition) }
      // protobuf's own checks don't accept a map entry with optional fields.
      return number == 7 && definition.isMapEntry ? nil : Array(value.remainder)
    }
    return bytes + declarations(of: oneofs)
  }

  /// Declares a field `optional`, by fields that override those of its descriptor.
  private static func declareOptional(oneof index: Int, in field: inout WireWriter) {
    field.field(9, UInt64(index))
    field.field(17, UInt64(1))
  }

  private static func declarations(of oneofs: [String]) -> [UInt8] {
    var writer = WireWriter()
    for name in oneofs {
      var declaration = WireWriter()
      declaration.field(1, name.utf8)
      writer.field(8, declaration.bytes)
    }
    return writer.bytes
  }
}
