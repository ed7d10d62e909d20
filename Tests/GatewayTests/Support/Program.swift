import Foundation

/// A third-party program of the environment that `make dev-deps` creates.
struct Program {
  struct Outcome: Sendable {
    let status: Int32
    let output: String
  }

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is missing. Run: make dev-deps" }
  }

  let name: String

  /// Runs the program to its end, in a directory of its own that contains the file `input`.
  func run(_ arguments: String..., input: String = "") async throws -> Outcome {
    let path = Self.environment.appendingPathComponent(name)
    guard FileManager.default.isExecutableFile(atPath: path.path) else {
      throw Missing(path: path.path)
    }
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-judge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    // Files, not pipes: a program that prints more than a pipe holds must not wait for a reader.
    let files = ["input", "output"].map { directory.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    try Data().write(to: files[1])
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": directory.path, "LANG": "C.UTF-8"]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    let output = try FileHandle(forWritingTo: files[1])
    process.standardOutput = output
    process.standardError = output
    let status = try await process.runToEnd()
    return Outcome(
      status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }

  private static let environment = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(".build/python/bin")
}

extension Process {
  /// Runs the process, and returns the exit status.
  fileprivate func runToEnd() async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try run() } catch { continuation.resume(throwing: error) }
    }
  }
}
