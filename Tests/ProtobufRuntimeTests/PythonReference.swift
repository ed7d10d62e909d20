import CorpusProtos
import Foundation
import ProtobufRuntime

/// Protobuf's own implementation in Python. See `reference.py` beside this file.
enum PythonReference {
  /// An input for Python.
  struct Case {
    enum Input {
      case wire([UInt8])
      case json(String)
      case seed(Int)
    }

    var type: String
    var input: Input
  }

  /// Python's result for a case.
  struct Response {
    /// The message in its canonical bytes, or `nil` if Python refused the input.
    var wire: [UInt8]?
    /// The message as JSON, or `nil` if it has no JSON form.
    var json: JSONValue?
    /// The reason why Python refused the input or the JSON.
    var refusal: String
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Returns the results of all cases, in their order. One process computes them all.
  static func responses(to cases: [Case]) throws -> [Response] {
    let lines = [hex(ProtoFile.corpus.descriptorSet)] + cases.map(line)
    let output = try run(lines.joined(separator: "\n") + "\n")
    let responses = try output.split(separator: "\n").map {
      try response(JSONValue(parsing: String($0)))
    }
    guard responses.count == cases.count else {
      throw Failure(description: "\(responses.count) responses to \(cases.count) cases")
    }
    return responses
  }

  private static func line(_ item: Case) -> String {
    let input: (String, JSONValue) =
      switch item.input {
      case .wire(let bytes): ("wire", .string(hex(bytes)))
      case .json(let text): ("json", .string(text))
      case .seed(let seed): ("seed", .number(String(seed)))
      }
    return JSONValue.object([("type", .string(item.type)), input]).description
  }

  private static func response(_ value: JSONValue) throws -> Response {
    guard case .object(let members) = value else {
      throw Failure(description: "not a response: \(value)")
    }
    var texts: [String: String] = [:]
    for case (let name, .string(let text)) in members { texts[name] = text }
    return Response(
      wire: texts["wire"].map(bytes), json: texts["json"].flatMap { try? JSONValue(parsing: $0) },
      refusal: texts["refusal"] ?? "")
  }

  private static func run(_ input: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(input.utf8).write(to: file)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = [script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice  // libprotobuf logs each bad text
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description:
          "\(interpreter) \(script) failed. Is python3-protobuf installed (`make dev-deps`)?")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static var interpreter: String {
    ProcessInfo.processInfo.environment["STEWARD_TEST_PYTHON"] ?? "/usr/bin/python3"
  }

  private static var script: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("reference.py").path
  }
}

/// Returns bytes in hexadecimal.
func hex(_ bytes: [UInt8]) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// Returns the bytes of a hexadecimal text.
func bytes(_ hex: String) -> [UInt8] {
  let digits = hex.utf8.map { UInt8($0 > 96 ? $0 - 87 : $0 - 48) }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
