import Foundation

/// html5lib, a parser by the standard that isn't of our making. See `parse.py` beside this file.
enum HTML5Lib {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Returns the root element of each page. An error of a page is an error here.
  static func parse(_ pages: [[UInt8]]) throws -> [Tree] {
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Failure(description: "\(python.path) is missing. Run: make dev-deps")
    }
    let input = try JSONEncoder().encode(pages.map { Data($0).base64EncodedString() })
    return try JSONDecoder().decode([Tree].self, from: run(input))
  }

  private static func run(_ input: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try input.write(to: file)
    let (process, output) = (Process(), Pipe())
    process.executableURL = python
    process.arguments = [folder.appendingPathComponent("parse.py").path]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "html5lib refused a page: \(String(decoding: data, as: UTF8.self))")
    }
    return data
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static let python = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/python/bin/python")
}
