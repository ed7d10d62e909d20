import Glibc
import IPCProtos
import ProtobufRuntime
import Status
import Testing

@testable import IPC

@Suite("The specification")
struct SpecificationTests {
  /// One test vector of proto/README.md.
  struct Vector: Sendable, CustomTestStringConvertible {
    var name: String
    var json: String
    var bytes: [UInt8]

    var testDescription: String { name }
  }

  static let text = read("proto/README.md")
  static let vectors = parse(text)

  @Test("The vectors of the specification name every kind of frame")
  func complete() throws {
    let names = Set(Self.vectors.map { $0.name.prefix { $0 != "," } })
    #expect(
      names == [
        "Hello", "Welcome", "Open", "Message", "HalfClose", "End", "Cancel", "Credit", "Ping",
        "Pong", "GoAway", "Drain",
      ])
  }

  @Test("The bytes of a vector decode to its frame", arguments: vectors)
  func decode(vector: Vector) throws {
    var decoder = FrameDecoder(maximumLength: 4 << 20)
    var frames: [IPCFrame.Kind] = []
    try decoder.decode(vector.bytes.span.bytes, into: &frames)
    try decoder.finish()
    #expect(frames == [try #require(try IPCFrame(json: vector.json).kind)])
  }

  @Test("The frame of a vector encodes to its bytes", arguments: vectors)
  func encode(vector: Vector) throws {
    var bytes: [UInt8] = []
    try FrameCodec.encode(try #require(try IPCFrame(json: vector.json).kind), into: &bytes)
    #expect(bytes == vector.bytes)
  }

  @Test("The specification states the numbers that the code uses")
  func numbers() {
    #expect(Self.text.contains("**\(FlowControl.initialWindow) bytes**"))
    #expect(Self.text.contains("means \(Protocol.defaultFrameLength) "))
    #expect(Self.text.contains("than \(Protocol.leastFrameLength)."))
    #expect(Self.text.contains("at most \(FlowControl.largestGrant);"))
    for code in StatusCode.all {
      #expect(Self.text.contains("| \(code.rawValue) | \(code.name) |"))
    }
  }

  private static func read(_ path: String, from file: String = #filePath) -> String {
    let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    guard let stream = fopen(root.joined(separator: "/") + "/" + path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Parses the vectors. Each has a name in bold, a block of JSON, and a block of hexadecimal
  /// bytes.
  private static func parse(_ text: String) -> [Vector] {
    var vectors: [Vector] = []
    var block: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        block = block == nil ? String(line.dropFirst(3)) : nil
      } else if block == "json" {
        vectors[vectors.count - 1].json += line + "\n"
      } else if block == "hex" {
        vectors[vectors.count - 1].bytes += line.split(separator: " ").compactMap {
          UInt8($0, radix: 16)
        }
      } else if line.hasPrefix("**"), line.hasSuffix("**") {
        vectors.append(Vector(name: String(line.dropFirst(2).dropLast(2)), json: "", bytes: []))
      }
    }
    return vectors.filter { !$0.bytes.isEmpty }
  }
}
