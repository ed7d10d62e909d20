internal import ProtobufRuntime

/// A request of protoc: a `google.protobuf.compiler.CodeGeneratorRequest`.
struct Request {
  /// A `.proto` file, parsed and as bytes.
  struct File {
    let definition: FileDefinition
    let bytes: [UInt8]
    /// Whether the file was named on the command line. Otherwise it is only imported.
    let isWanted: Bool

    /// Whether the generator generates types for the file's messages. Files of proto2
    /// (`descriptor.proto`) are only embedded.
    var makesTypes: Bool { definition.syntax == "proto3" }
  }

  let parameters: Parameters
  /// All files. The imports of a file come before it.
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
