import Foundation
import PluginHost

/// Steward as it is installed, the plugins of the benchmarks, and a place for the data of a case.
struct Setting {
  let rounds: Int
  let scratch: URL
  private let dist: URL

  init(dist: URL, rounds: Int) throws {
    self.dist = dist
    self.rounds = rounds
    scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-bench-\(UUID().uuidString)")
    try addPlugin("echo", service: "bench.v1.Echo")
    try addPlugin("asker", service: "bench.v1.Asker")
    try addPlugin("reader", service: "bench.v1.Reader")
  }

  func remove() { try? FileManager.default.removeItem(at: scratch) }

  var steward: URL { dist.appendingPathComponent("bin/steward") }

  /// Returns the location of the data directory of a name.
  func data(_ name: String = "data") -> URL { scratch.appendingPathComponent(name) }

  /// Returns the location of the store within a data directory. Creates the data directory.
  func store(_ name: String = "data") throws -> URL {
    let data = data(name)
    try FileManager.default.createDirectory(
      at: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return data.appendingPathComponent("store")
  }

  /// Claims the installation of a data directory, and returns what the command prints as JSON.
  func initialize(_ data: URL) throws -> String {
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let password = scratch.appendingPathComponent("password")
    try Data(Claimant.password.utf8).write(to: password)
    return try Program.run(
      steward,
      [
        "init", "--org", Claimant.organization, "--name", "Ada", "--email", Claimant.email,
        "--password-file", password.path, "--output", "json",
      ], environment: ["STEWARD_DATA": data.path])
  }

  /// Runs `body` with a host in this process.
  func withHost<Result>(
    _ name: String = "data", _ body: (PluginHost.Host) async throws -> Result
  ) async throws -> Result {
    let host = try await PluginHost.Host.start(
      HostConfiguration(
        dataDirectory: data(name).path,
        pluginPaths: PluginPaths(
          bundled: [dist.appendingPathComponent("libexec/steward/plugins").path, plugins.path])))
    do {
      let result = try await body(host)
      await host.stop()
      return result
    } catch {
      await host.stop()
      throw error
    }
  }

  private var plugins: URL { scratch.appendingPathComponent("plugins") }

  private func addPlugin(_ name: String, service: String) throws {
    let folder = plugins.appendingPathComponent("bench-\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.beside("bench-plugin"), to: folder.appendingPathComponent("run"))
    let manifest = """
      {"name": "bench-\(name)", "version": "0.1.0", "executable": "run", "services": ["\(service)"],
       "grants": {"store": true, "calls": ["bench.v1.Echo/Say"]}}
      """
    try Data(manifest.utf8).write(to: folder.appendingPathComponent("plugin.json"))
  }
}
