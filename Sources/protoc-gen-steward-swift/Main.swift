internal import Foundation

/// The protoc plugin that generates the C structs, the Swift messages over them, and the services.
///
/// protoc sends a `CodeGeneratorRequest` on stdin and reads the files from stdout.
@main
enum Main {
  static func main() throws {
    let input = try FileHandle.standardInput.readToEnd() ?? Data()
    let response = respond(to: [UInt8](input))
    try FileHandle.standardOutput.write(contentsOf: Data(response.serialized()))
  }

  /// Returns a response with the files, or with an error, which protoc prints.
  private static func respond(to input: [UInt8]) -> Response {
    do {
      let request = try Request(input)
      return Response(files: try CGenerator(request).files() + SwiftGenerator(request).files())
    } catch {
      return Response(error: String(describing: error))
    }
  }
}
