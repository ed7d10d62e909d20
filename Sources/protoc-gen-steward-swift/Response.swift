internal import ProtobufRuntime

/// A generated file.
struct OutputFile {
  let path: String
  let content: String
}

/// A `google.protobuf.compiler.CodeGeneratorResponse`.
struct Response {
  private static let proto3OptionalIsSupported: UInt64 = 1

  var files: [OutputFile] = []
  var error: String?

  func serialized() -> [UInt8] {
    var writer = WireWriter()
    if let error { writer.field(1, error.utf8) }
    writer.field(2, Self.proto3OptionalIsSupported)
    for file in files { writer.field(15, Self.serialized(file)) }
    return writer.bytes
  }

  private static func serialized(_ file: OutputFile) -> [UInt8] {
    var writer = WireWriter()
    writer.field(1, file.path.utf8)
    writer.field(15, file.content.utf8)
    return writer.bytes
  }
}

/// The reason why the generator generated no files. protoc prints it.
struct GeneratorError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
