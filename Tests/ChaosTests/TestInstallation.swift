import Foundation

/// An installation for a trial: a data directory, and plugins that may crash without limit.
final class TestInstallation: Sendable {
  let folder: URL
  var data: String { folder.appendingPathComponent("data").path }
  var plugins: String { folder.appendingPathComponent("libexec/steward/plugins").path }
  /// The plugins beside this program come with Steward, so they can serve Steward's services.
  private var program: URL { folder.appendingPathComponent("bin/steward") }

  /// The folder of the test bundle, which also has every executable of the package.
  static let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-chaos-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(
      at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.products.appendingPathComponent("steward"), to: program)
    try install("orgs", service: "steward.orgs.v1.Orgs")
    try install("workspaces", service: "steward.workspaces.v1.Workspaces")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func install(_ name: String, service: String) throws {
    let place = URL(fileURLWithPath: plugins).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let manifest = """
      {"name": "\(name)", "version": "0.1.0", "executable": "\(name)", "services": ["\(service)"],
       "grants": {"store": true},
       "restart": {"initial_backoff": "0.001s", "max_backoff": "0.01s"}}
      """
    try Data(manifest.utf8).write(to: place.appendingPathComponent("plugin.json"))
    try FileManager.default.copyItem(
      at: Self.products.appendingPathComponent(name), to: place.appendingPathComponent(name))
  }

  /// Starts `steward`. Its output goes to the files "`name`.out" and "`name`.err".
  func steward(_ arguments: [String], saying name: String) throws -> ChildProcess {
    try ChildProcess(
      program.path, arguments,
      environment: [
        "HOME=\(folder.path)", "STEWARD_DATA=\(data)", "PATH=/usr/bin:/bin",
      ],
      output: file("\(name).out").path, errors: file("\(name).err").path)
  }

  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Returns the content of a file in the installation's folder.
  func text(_ name: String) -> String {
    (try? String(contentsOf: file(name), encoding: .utf8)) ?? ""
  }

  /// The process ids of this trial's plugins, whichever host started them. They are found by their
  /// arguments, because other processes can see nothing else of them.
  var pluginProcesses: [Int32] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { Int32($0) }.filter { pid in
      let arguments = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
      return arguments.starts(with: Data("\(plugins)/".utf8))
    }
  }
}
