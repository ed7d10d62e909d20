internal import ProtobufRuntime

/// What protoc asks for: a `google.protobuf.compiler.CodeGeneratorRequest`.
struct Request {
  /// A `.proto` file, parsed and as it came.
  struct File {
    let definition: FileDefinition
    let bytes: [UInt8]
    /// Whether it was named on the command line, and is not only imported.
    let isWanted: Bool

    /// Whether its messages become types. Files of proto2 (`descriptor.proto`) are only embedded.
    var makesTypes: Bool { definition.syntax == "proto3" }
  }

  let parameters: Parameters
  /// All files, imports before those that import them.
  let files: [File]
  let types: TypeTable

  init(_ input: [UInt8]) throws {
    let fields = try Fields(WireReader(input))
    parameters = try Parameters(fields.string(2))
    let wanted = Set(try fields.strings(1))
    files = try fields.nested(15).map { reader in
      let bytes = Array(reader.remainder)
      let definition = try FileParser.parse(bytes)
      return File(
        definition: definition, bytes: bytes, isWanted: wanted.contains(definition.name))
    }
    types = TypeTable(files)
  }

  var wantedFiles: [File] { files.filter(\.isWanted) }
}
