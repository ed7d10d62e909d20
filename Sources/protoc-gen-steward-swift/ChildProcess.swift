internal import Foundation

/// A runner for a program that reads all of its stdin and then writes its result to stdout.
enum ChildProcess {
  static func run(_ name: String, _ input: [UInt8]) throws -> [UInt8] {
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
}
