import Foundation
import Timing

/// Runs programs to their end, and returns what they printed.
enum Program {
  /// Runs a program, and returns its standard output. Its standard error, a few lines, is shown
  /// only if the program fails.
  static func run(_ program: URL, _ arguments: [String], environment: [String: String] = [:])
    throws -> String
  {
    let process = process(program, arguments, environment: environment)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError(
        "\(program.lastPathComponent) ended with \(process.terminationStatus): \(said)")
    }
    return String(decoding: printed, as: UTF8.self)
  }

  /// Runs the floor program of that name, and returns the numbers that it prints.
  static func floor(_ name: String, _ arguments: Any...) throws -> [Double] {
    NumberText.numbers(try run(beside("floor-\(name)"), arguments.map { "\($0)" }).utf8)
  }

  static func process(_ program: URL, _ arguments: [String], environment: [String: String])
    -> Process
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
    return process
  }

  /// Returns the location of a program that was built beside this one.
  static func beside(_ name: String) -> URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
