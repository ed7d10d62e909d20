internal import ProtobufRuntime

/// The request as `protoc-gen-c` must see it, so that its structs can hold what protobuf means.
///
/// libprotobuf-c leaves out of the wire what is zero, and is wrong about zero in two places: -0.0 is
/// not zero, and an entry of a map always has its key and its value. So those fields are shown to it
/// as `optional`, and the Swift side decides. It takes a `bool` from any wire type; an integer that
/// is a varint too it checks, so that is what it sees. The wire stays the same.
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

  /// Whether a field that has no presence in the `.proto` has one in the C struct.
  static func addsPresence(to field: FieldDescriptor, in message: MessageDefinition) -> Bool {
    if message.isMapEntry { return field.type != .message }
    return !field.hasPresence && !field.isRepeated && [.float, .double].contains(field.type)
  }

  /// The oneof that stands for the presence of a field in the C struct.
  static func presence(of field: FieldDescriptor) -> String { "_\(field.name)" }

  private static func file(_ file: Request.File) throws -> [UInt8] {
    guard file.makesTypes else { return file.bytes }
    var messages = file.definition.messages.makeIterator()
    return try WireRewriter.rewrite(WireReader(file.bytes)) { number, value in
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
    let bytes = try WireRewriter.rewrite(reader) { number, value in
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
      // An entry of a map with optional fields is none to protobuf's own checks.
      return number == 7 && definition.isMapEntry ? nil : Array(value.remainder)
    }
    return bytes + declarations(of: oneofs)
  }

  /// Declares a field `optional`, by what overrides the fields of its descriptor.
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
