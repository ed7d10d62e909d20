import Foundation
import IPC
import PluginHost

/// A `steward serve` that is killed and started again.
actor ServedHost {
  private let site: TestInstallation
  private var process: ChildProcess?

  init(_ site: TestInstallation) { self.site = site }

  func start() throws {
    process = try site.steward(["serve", "--no-http"], saying: "host")
  }

  /// Ends it by SIGKILL and starts another, at once: the old one's plugins may still be there.
  func replace() async throws {
    _ = await stop(by: SIGKILL)
    try start()
  }

  /// Asks it to stop as a terminal or a service manager does, and starts another.
  func restart(by signal: Int32) async throws -> Int32 {
    let status = await stop(by: signal)
    try start()
    return status
  }

  /// Returns its exit status, or 128 and the signal that ended it.
  func stop(by signal: Int32 = SIGTERM) async -> Int32 {
    guard let process else { return -1 }
    kill(process.pid, signal)
    return await process.status
  }

  /// What it has said.
  var log: String { site.text("host.err") }

  /// The files that it has open, by what they are, and how often.
  var files: [String: Int] {
    let folder = "/proc/\(process?.pid ?? 0)/fd"
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return numbers.reduce(into: [:]) { files, number in
      let path = "\(folder)/\(number)"
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return  // Closed meanwhile.
      }
      // Pipes and sockets are numbered; other files without a name say in brackets what they are.
      let isNumbered = target.hasPrefix("pipe:") || target.hasPrefix("socket:")
      files[isNumbered ? String(target.prefix { $0 != "[" }) : target, default: 0] += 1
    }
  }
}
