import Foundation

/// The exit status and the output of a command.
struct Outcome: Sendable {
  let status: Int32
  let output: String
  let errors: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A user's session: an installation, a data directory of its own, and nothing else in the
/// environment.
final class Shell: Sendable {
  let installation: Installation
  let directory: URL
  var data: URL { directory.appendingPathComponent("data") }

  init(_ installation: Result<Installation, any Error> = Installation.shared) throws {
    self.installation = try installation.get()
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Runs `steward` with these arguments.
  func steward(_ arguments: String..., input: String = "") async throws -> Outcome {
    try await run(installation.steward, arguments, input: input)
  }

  /// Creates an empty installation.
  func begin() async throws {
    let outcome = try await steward("call", "Orgs/List")
    guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Runs lines of bash, with `steward` on the PATH.
  func bash(_ script: String) async throws -> Outcome {
    try await run(URL(fileURLWithPath: "/bin/bash"), ["-c", script])
  }

  /// Returns a process of the program, which has not been started yet.
  func process(_ program: URL, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = [
      "PATH": "\(installation.root.path)/bin:/usr/bin:/bin", "HOME": directory.path,
      "STEWARD_DATA": data.path, "LANG": "C.UTF-8",
    ]
    return process
  }

  func run(_ arguments: [String], input: String = "") async throws -> Outcome {
    try await run(installation.steward, arguments, input: input)
  }

  private func run(_ program: URL, _ arguments: [String], input: String = "") async throws
    -> Outcome
  {
    let process = process(program, arguments)
    // Files instead of pipes: a program that prints more than a pipe holds must not wait for us.
    let scratch = directory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = try ["in", "out", "err"].map { name in
      let file = scratch.appendingPathComponent(name)
      try Data(name == "in" ? input.utf8 : "".utf8).write(to: file)
      return file
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])

    let status = try await process.runToEnd()
    return Outcome(
      status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

extension Process {
  /// Runs the process, and returns its exit status, or 128 plus the signal that ended it.
  func runToEnd() async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      terminationHandler = { process in
        let signalled = process.terminationReason == .uncaughtSignal
        continuation.resume(returning: process.terminationStatus + (signalled ? 128 : 0))
      }
      do { try run() } catch { continuation.resume(throwing: error) }
    }
  }
}
