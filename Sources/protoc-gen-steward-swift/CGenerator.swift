internal import Foundation
internal import ProtobufRuntime

/// A generator of the C target. The target has the files of `protoc-gen-c`, and the embedded
/// descriptors beside them.
struct CGenerator {
  private let request: Request

  init(_ request: Request) { self.request = request }

  func files() throws -> [OutputFile] {
    try structures() + request.wantedFiles.flatMap { try DescriptorGenerator($0, request).files() }
  }

  /// Runs `protoc-gen-c`, and puts its headers where SwiftPM looks for them.
  private func structures() throws -> [OutputFile] {
    let response = try Fields(WireReader(Self.run("protoc-gen-c", CRequest(request).bytes)))
    let error = try response.string(1)
    guard error.isEmpty else { throw GeneratorError("protoc-gen-c: \(error)") }
    return try response.nested(15).map { reader in
      let file = try Fields(reader)
      let path = try file.string(1)
      let folder = path.hasSuffix(".h") ? "include/" : ""
      return OutputFile(
        path: "\(request.parameters.cTarget)/\(folder)\(path)",
        content: withoutUngenerated(try file.string(15)))
    }
  }

  /// Runs a program that reads all of its stdin and then writes its result to stdout.
  private static func run(_ name: String, _ input: [UInt8]) throws -> [UInt8] {
    let process = Process()
    let stdin = Pipe()
    let stdout = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name]
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GeneratorError("\"\(name)\" ended with status \(process.terminationStatus)")
    }
    return [UInt8](output)
  }

  /// Removes the inclusion of headers that are not generated. The source uses nothing of them.
  private func withoutUngenerated(_ source: String) -> String {
    let headers = request.files.filter { !$0.makesTypes }.map { file in
      "#include \"\(file.definition.name.dropLast(".proto".count)).pb-c.h\""
    }
    return source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !headers.contains(String($0)) }
      .joined(separator: "\n")
  }
}
