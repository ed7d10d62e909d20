import Foundation

/// A program that is run to its end, and what it printed.
enum Program {
  static func run(_ program: URL, _ arguments: [String], environment: [String: String] = [:])
    throws -> String
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError("\(program.lastPathComponent) ended with \(process.terminationStatus)")
    }
    return String(decoding: printed, as: UTF8.self)
  }

  /// Runs a program that prints numbers.
  static func numbers(_ program: URL, _ arguments: [String]) throws -> [Double] {
    try run(program, arguments).split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }

  /// A program that was built beside this one.
  static func beside(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
