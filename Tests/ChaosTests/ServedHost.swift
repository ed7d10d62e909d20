import Foundation
import IPC
import PluginHost

/// A `steward serve` process that is killed and started again.
actor ServedHost {
  private let site: TestInstallation
  private var process: ChildProcess?

  init(_ site: TestInstallation) { self.site = site }

  func start() throws {
    process = try site.steward(["serve", "--no-http"], saying: "host")
  }

  /// Kills the host with SIGKILL and starts another one at once. Plugins of the old one may still
  /// run.
  func replace() async throws {
    _ = await stop(by: SIGKILL)
    try start()
  }

  /// Stops the host with a signal, as a terminal or a service manager does, and starts another one.
  /// Returns the exit status of the old one.
  func restart(by signal: Int32) async throws -> Int32 {
    let status = await stop(by: signal)
    try start()
    return status
  }

  /// Returns the exit status of the host, 128 plus the signal that ended it, or -1 if no host runs.
  func stop(by signal: Int32 = SIGTERM) async -> Int32 {
    guard let process else { return -1 }
    kill(process.pid, signal)
    return await process.status
  }

  /// The errors and log lines that the host has printed.
  var log: String { site.text("host.err") }

  /// The number of files that the host has open, by kind.
  var files: [String: Int] {
    let folder = "/proc/\(process?.pid ?? 0)/fd"
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return numbers.reduce(into: [:]) { files, number in
      let path = "\(folder)/\(number)"
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return  // Closed in the meantime.
      }
      // Pipes and sockets have numbers. Other files without a name have their kind in brackets.
      let isNumbered = target.hasPrefix("pipe:") || target.hasPrefix("socket:")
      files[isNumbered ? String(target.prefix { $0 != "[" }) : target, default: 0] += 1
    }
  }
}
