/// A parser of a serialized `google.protobuf.FileDescriptorProto`.
///
/// It is written by hand over the wire reader, because the generator needs it before any generated
/// code exists.
package struct FileParser {
  private var comments: SourceComments
  private var scope = ""

  package static func parse(_ bytes: [UInt8]) throws(ProtobufError) -> FileDefinition {
    let file = try Fields(WireReader(bytes))
    var parser = FileParser(comments: try SourceComments(file.nested(9).last))
    parser.scope = try file.identifier(2, isDotted: true)
    return try parser.file(file)
  }

  private func file(_ file: Fields) throws(ProtobufError) -> FileDefinition {
    let syntax = try file.string(12)
    let options = try Fields(file.nested(8).last ?? WireReader([]))
    return FileDefinition(
      name: try file.string(1), package: scope, dependencies: try file.strings(3),
      messages: try messages(file.nested(4), scope, [4]),
      enums: try enums(file.nested(5), scope, [5]),
      services: try services(file.nested(6)),
      syntax: syntax.isEmpty ? "proto2" : syntax,
      swiftPrefix: try options.string(39))
  }

  private func messages(
    _ readers: [WireReader], _ scope: String, _ path: [Int], depth: Int = 1
  ) throws(ProtobufError) -> [MessageDefinition] {
    guard depth <= ProtobufLimits.depth else { throw .tooDeep }
    var messages: [MessageDefinition] = []
    for (index, reader) in readers.enumerated() {
      messages.append(try message(Fields(reader), scope, path + [index], depth))
    }
    return messages
  }

  private func message(
    _ message: Fields, _ scope: String, _ path: [Int], _ depth: Int
  ) throws(ProtobufError) -> MessageDefinition {
    let name = try message.identifier(1)
    let fullName = Self.join(scope, name)
    let fields = try fields(message.nested(2), path + [2])
    try Self.checkOneofs(of: fields, count: message.nested(8).count)
    return MessageDefinition(
      name: name, fullName: fullName, fields: fields,
      oneofs: try oneofs(message.nested(8), path + [8], fields),
      messages: try messages(message.nested(3), fullName, path + [3], depth: depth + 1),
      enums: try enums(message.nested(4), fullName, path + [4]),
      isMapEntry: try Self.option(7, of: message, at: 7), comment: comments[path])
  }

  private func fields(
    _ readers: [WireReader], _ path: [Int]
  ) throws(ProtobufError) -> [FieldDescriptor] {
    var fields: [FieldDescriptor] = []
    for (index, reader) in readers.enumerated() {
      fields.append(try field(Fields(reader), path + [index]))
    }
    return fields
  }

  private func field(_ field: Fields, _ path: [Int]) throws(ProtobufError) -> FieldDescriptor {
    let name = try field.identifier(1)
    guard let type = FieldType(rawValue: field.int(5)) else {
      throw ProtobufError(.unknownType, "type \(field.int(5)) is not supported", path: name)
    }
    guard (1..<1 << 29).contains(field.int(3)) else {
      throw ProtobufError(.malformed, "the field number is invalid", path: name)
    }
    let jsonName = try field.string(10)
    let typeName = try field.string(6)
    let isRepeated = field.int(4) == 3
    // In proto3, numbers are packed unless the file says otherwise.
    let saysPacked = try Self.option(2, of: field, at: 8, default: true)
    let isPacked = isRepeated && type.wireType != .lengthDelimited && saysPacked
    return FieldDescriptor(
      name: name, jsonName: jsonName.isEmpty ? Self.lowerCamel(name) : jsonName,
      number: field.int(3), type: type,
      typeName: typeName.isEmpty ? nil : String(typeName.drop { $0 == "." }),
      isRepeated: isRepeated, isOptional: field.int(17) != 0, isPacked: isPacked,
      oneofIndex: field.has(9) ? field.int(9) : nil, comment: comments[path])
  }

  /// Checks the oneof indexes of the fields, because other code looks up oneofs by them.
  private static func checkOneofs(
    of fields: [FieldDescriptor], count: Int
  ) throws(ProtobufError) {
    for field in fields {
      guard let index = field.oneofIndex, !(0..<count).contains(index) else { continue }
      throw ProtobufError(
        .malformed, "the field belongs to a oneof that does not exist", path: field.name)
    }
  }

  private func oneofs(
    _ readers: [WireReader], _ path: [Int], _ fields: [FieldDescriptor]
  ) throws(ProtobufError) -> [OneofDescriptor] {
    var oneofs: [OneofDescriptor] = []
    for (index, reader) in readers.enumerated() {
      let isSynthetic = fields.contains { $0.oneofIndex == index && $0.isOptional }
      oneofs.append(
        OneofDescriptor(
          name: try Fields(reader).identifier(1), isSynthetic: isSynthetic,
          comment: comments[path + [index]]))
    }
    return oneofs
  }
}

extension FileParser {
  private func enums(
    _ readers: [WireReader], _ scope: String, _ path: [Int]
  ) throws(ProtobufError) -> [EnumDescriptor] {
    var enums: [EnumDescriptor] = []
    for (index, reader) in readers.enumerated() {
      let fields = try Fields(reader)
      let name = try fields.identifier(1)
      enums.append(
        EnumDescriptor(
          name: name, fullName: Self.join(scope, name),
          values: try values(fields.nested(2), path + [index, 2]),
          comment: comments[path + [index]]))
    }
    return enums
  }

  private func values(
    _ readers: [WireReader], _ path: [Int]
  ) throws(ProtobufError) -> [EnumDescriptor.Value] {
    var values: [EnumDescriptor.Value] = []
    for (index, reader) in readers.enumerated() {
      let fields = try Fields(reader)
      values.append(
        EnumDescriptor.Value(
          name: try fields.identifier(1), number: Int32(truncatingIfNeeded: fields.int(2)),
          comment: comments[path + [index]]))
    }
    return values
  }

  private func services(_ readers: [WireReader]) throws(ProtobufError) -> [ServiceDescriptor] {
    var services: [ServiceDescriptor] = []
    for (index, reader) in readers.enumerated() {
      let fields = try Fields(reader)
      let name = try fields.identifier(1)
      services.append(
        ServiceDescriptor(
          name: name, fullName: Self.join(scope, name),
          methods: try methods(fields.nested(2), [6, index, 2]), comment: comments[[6, index]]))
    }
    return services
  }

  private func methods(
    _ readers: [WireReader], _ path: [Int]
  ) throws(ProtobufError) -> [MethodDescriptor] {
    var methods: [MethodDescriptor] = []
    for (index, reader) in readers.enumerated() {
      let fields = try Fields(reader)
      methods.append(
        MethodDescriptor(
          name: try fields.identifier(1),
          input: String(try fields.string(2).drop { $0 == "." }),
          output: String(try fields.string(3).drop { $0 == "." }),
          clientStreaming: fields.int(5) != 0, serverStreaming: fields.int(6) != 0,
          options: fields.nested(4).flatMap(\.remainder), comment: comments[path + [index]]))
    }
    return methods
  }

  /// Returns a boolean option. The options are in field `place`.
  private static func option(
    _ number: Int, of fields: Fields, at place: Int, default value: Bool = false
  ) throws(ProtobufError) -> Bool {
    guard let reader = fields.nested(place).last else { return value }
    let options = try Fields(reader)
    return options.has(number) ? options.int(number) != 0 : value
  }

  private static func join(_ scope: String, _ name: String) -> String {
    scope.isEmpty ? name : "\(scope).\(name)"
  }

  /// Returns the spelling that protoc derives for JSON.
  private static func lowerCamel(_ name: String) -> String {
    var result = ""
    var capitalize = false
    for character in name {
      if character == "_" {
        capitalize = true
      } else {
        result += capitalize ? character.uppercased() : String(character)
        capitalize = false
      }
    }
    return result
  }
}
